/**
 * What would close a circle if a node were hung under another: the way from the new parent up to the node, both included.
 *
 * @param parents who stands above whom, as it is now; `null` for the top
 * @returns `null` when the tree stays a tree
 */
export function circleOf(parents: ReadonlyMap<number, number | null>, { node, parent }: { node: number; parent: number | null }): number[] | null {
  const way: number[] = []
  for (let at = parent; at !== null && !way.includes(at); at = parents.get(at) ?? null) {
    way.push(at)
    if (at === node) return [node, ...way]
  }
  return null
}
