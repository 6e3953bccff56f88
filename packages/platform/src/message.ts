/** The languages of the screens; Polish comes first everywhere. */
export type Language = 'pl' | 'en'

/** A sentence with `{name}` places, or its plural forms chosen by `{count}`. */
export type Message = string | { readonly one: string; readonly few?: string; readonly many?: string; readonly other: string }

/** What something is called in each language. */
export interface Named extends Readonly<Record<Language, string>> {}

export interface MessageTree {
  readonly [name: string]: Message | MessageTree
}

/** The same tree with any sentences: what the English file must satisfy. */
export type SameMessages<Tree> = { readonly [Name in keyof Tree]: Tree[Name] extends Message ? Message : SameMessages<Tree[Name]> }

export interface Messages {
  readonly pl: MessageTree
  readonly en: MessageTree
}

export type MessageParams = Readonly<Record<string, string | number | boolean | null | undefined>>

/** The path of every message in a tree, `'trade.title'`. */
export type MessageKey<Tree> = Tree extends Message
  ? never
  : { [Name in keyof Tree & string]: Tree[Name] extends Message ? Name : `${Name}.${MessageKey<Tree[Name]>}` }[keyof Tree & string]

/** The sentence at a path with its places filled; `null` when there is none. */
export function sentence(tree: MessageTree, path: string, { language, params = {} }: { language: Language; params?: MessageParams }): string | null {
  const message = find(tree, path)
  if (message === null) return null
  return fill(typeof message === 'string' ? message : formOf(message, { language, count: Number(params.count ?? 0) }), params)
}

function find(tree: MessageTree, path: string): Message | null {
  let node: Message | MessageTree | undefined = tree
  for (const name of path.split('.')) {
    if (typeof node !== 'object' || node === null) return null
    node = (node as MessageTree)[name] // a plural message has no further names, so a longer path ends in undefined
  }
  return isMessage(node) ? node : null
}

const isMessage = (node: Message | MessageTree | undefined): node is Message => typeof node === 'string' || (typeof node === 'object' && typeof node.other === 'string')

const rules = { pl: new Intl.PluralRules('pl'), en: new Intl.PluralRules('en') }

function formOf(message: Exclude<Message, string>, { language, count }: { language: Language; count: number }): string {
  const form = rules[language].select(count)
  return (form === 'one' || form === 'few' || form === 'many' ? message[form] : undefined) ?? message.other
}

const fill = (text: string, params: MessageParams) => text.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place))
