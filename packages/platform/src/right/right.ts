/** How much harm a right can do in wrong hands; a sensitive one is marked in the rights table. */
export type Risk = 'normal' | 'sensitive'

/** What a person without the right sees in the place of the button or page. */
export type WhenDenied = 'hidden' | 'disabled' | 'page'

export interface Right<Id extends string = string> {
  readonly id: Id
  readonly risk: Risk
  readonly denied: WhenDenied
}

export interface RightDraft {
  readonly draft: true
  readonly risk: Risk
  readonly denied: WhenDenied
}

export interface RightTree {
  readonly [name: string]: RightDraft | RightTree
}

export type NamedRights<Prefix extends string, Tree> = {
  readonly [Name in keyof Tree & string]: Tree[Name] extends RightDraft ? Right<`${Prefix}.${Name}`> : NamedRights<`${Prefix}.${Name}`, Tree[Name]>
}

/** One button, one right; it gets its id from its place in {@link defineRights}. */
export function right(options: { risk?: Risk; denied?: WhenDenied } = {}): RightDraft {
  return { draft: true, risk: options.risk ?? 'normal', denied: options.denied ?? 'hidden' }
}

/** The rights of one app: ids are the path, `contracts.trade.view`. */
export function defineRights<const Id extends string, const Tree extends RightTree>(app: Id, tree: Tree): NamedRights<Id, Tree> {
  // The compiler cannot follow the recursion over names; the shape is the type's by construction.
  return nameAll(app, tree) as NamedRights<Id, Tree>
}

/** Every right of a tree, in the order of its declaration. */
export function rightsOf(named: object): Right[] {
  return Object.values(named).flatMap((node) => (isRight(node) ? [node] : rightsOf(node)))
}

function nameAll(prefix: string, tree: RightTree): object {
  return Object.fromEntries(
    Object.entries(tree).map(([name, node]) => {
      const id = `${prefix}.${name}`
      return [name, isDraft(node) ? { id, risk: node.risk, denied: node.denied } : nameAll(id, node)]
    }),
  )
}

const isDraft = (node: RightDraft | RightTree): node is RightDraft => 'draft' in node && node.draft === true
const isRight = (node: unknown): node is Right => typeof node === 'object' && node !== null && 'id' in node && typeof node.id === 'string'
