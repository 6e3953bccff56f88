/** A letter as a test posts it. */
export interface Posted {
  readonly from: string
  readonly subject: string
  /** Without one, as some scanners send. */
  readonly messageId?: string | null
  readonly files?: readonly { readonly name: string; readonly type: string; readonly content: Buffer }[]
}

/** The same as a server of mail keeps it. */
export interface Kept {
  readonly subject: string
  readonly size: number
  /** As FETCH answers them (RFC 9051 section 7.5.2). */
  readonly envelope: string
  readonly structure: string
  /** By the name of the section: `2`, `2.MIME`. */
  readonly sections: ReadonlyMap<string, Buffer>
}

export function keep({ from, subject, messageId = null, files = [] }: Posted): Kept {
  const body = Buffer.from('Skan w załączniku.\r\n')
  const sections = new Map<string, Buffer>([
    ['1', body],
    ['1.MIME', Buffer.from('Content-Type: text/plain; charset=utf-8\r\n\r\n')],
  ])
  const parts = [`("text" "plain" ("charset" "utf-8") NIL NIL "8bit" ${body.length} 1 NIL NIL NIL)`]
  for (const [at, { name, type, content }] of files.entries()) {
    const [main, sub] = type.split('/')
    const coded = Buffer.from((content.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n'))
    const shown = word(name)
    sections.set(`${at + 2}`, coded)
    sections.set(
      `${at + 2}.MIME`,
      Buffer.from(`Content-Type: ${type}; name="${shown}"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="${shown}"\r\n\r\n`),
    )
    parts.push(`("${main}" "${sub}" ("name" "${shown}") NIL NIL "base64" ${coded.length} NIL ("attachment" ("filename" "${shown}")) NIL)`)
  }
  const [user, host] = from.split('@')
  const address = `(("Skaner" NIL "${user}" "${host}"))`
  return {
    subject,
    size: [...sections.values()].reduce((sum, section) => sum + section.length, 0) + 300,
    envelope: `("Wed, 25 Nov 2026 10:00:00 +0100" "${word(subject)}" ${address} ${address} ${address} NIL NIL NIL NIL ${messageId === null ? 'NIL' : `"${messageId}"`})`,
    structure: `(${parts.join('')} "mixed" ("boundary" "between") NIL NIL)`,
    sections,
  }
}

/** Letters beyond ASCII travel coded (RFC 2047). */
const word = (text: string) => (/^[ -~]*$/.test(text) ? text.replaceAll(/["\\]/g, String.raw`\$&`) : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`)
