import type { SearchHit } from '../index.ts'
import type { Reading } from './context.ts'

const hitsOfKind = 6

/** Documents of every app by code, name, number or any text of theirs: those that the reader may see, best of each kind first. */
export async function searchAll(ctx: Reading, text: string): Promise<SearchHit[]> {
  if (text.trim().length < 2) return []
  const kinds = ctx.system.apps.flatMap((server) => server.documents ?? [])
  const found = await Promise.all(
    kinds.map(
      async ({ kind, path, search }) =>
        (await search?.(ctx, { text, limit: hitsOfKind }))?.map((hit) => ({ ...hit, kind, path: `${path}/${hit.id}${hit.file ? '?tab=files' : ''}` })) ?? [],
    ),
  )
  return found.flat()
}
