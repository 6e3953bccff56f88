import { visibleKeys } from './access.ts'
import type { Reading } from './context.ts'
import type { Cell } from './database.ts'

const pathColumn = 3

/** Without the notices about documents that the reader may no longer see; a notice leads to its document by the document's address. */
export async function visibleNotices(ctx: Reading, rows: readonly Cell[][]): Promise<Cell[][]> {
  const kinds = ctx.system.apps.flatMap((server) => server.documents ?? []).filter((kind) => kind.path !== '')
  const keyOf = (path: string) => {
    const kind = kinds.find((one) => path.startsWith(`${one.path}/`))
    const id = kind ? /^\d+/.exec(path.slice(kind.path.length + 1))?.[0] : undefined
    return kind && id ? `${kind.kind}:${id}` : null
  }
  const keys = [...new Set(rows.map((row) => keyOf(String(row[pathColumn]))).filter((key) => key !== null))]
  const seen = await visibleKeys(ctx.system, ctx.user, keys)
  return rows.filter((row) => {
    const key = keyOf(String(row[pathColumn]))
    return key === null || seen.has(key)
  })
}
