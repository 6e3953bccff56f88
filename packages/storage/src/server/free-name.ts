import { statement } from '@crm/platform/server'

/** A name that no file has at a place: with the first number that is free, `odpis (2).pdf`. */
export async function freeName({ document, part }: { document: string; part: string }, name: string): Promise<string> {
  const dot = name.lastIndexOf('.')
  const rows = await statement<{ live_name: string }[]>('select live_name from storage_file where document = ? and part = ? and live_name is not null', [document, part])
  const taken = new Set(rows.map((row) => row.live_name.toLowerCase()))
  for (let number = 2; ; number += 1) {
    const candidate = `${name.slice(0, dot)} (${number})${name.slice(dot)}`
    if (!taken.has(candidate.toLowerCase())) return candidate
  }
}
