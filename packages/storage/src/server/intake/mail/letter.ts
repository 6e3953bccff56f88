import type { MessageStructureObject } from 'imapflow'

/** A file of a letter, before it is fetched. */
interface LetterFile {
  /** Where it stands in the letter, `2.1`. */
  readonly part: string
  readonly name: string
}

export interface Letter {
  readonly uid: number
  /** Of the letter as it travels, a third more than its files. */
  readonly bytes: number
  readonly messageId: string | null
  /** `skaner@firma.pl`, small letters; empty where it names nobody. */
  readonly sender: string
  readonly subject: string
  /** PDFs; without any, the pictures that hang on it. */
  readonly scans: readonly LetterFile[]
  /** Whether files of other kinds hang on it. */
  readonly hasOtherFiles: boolean
}

/**
 * What hangs on a letter; a letter forwarded inside another is looked into. Scanners call a PDF by many types: its name counts too. Beside a PDF a picture
 * is somebody's signature or logo, not a scan.
 */
export function filesOf(structure: MessageStructureObject): Pick<Letter, 'scans' | 'hasOtherFiles'> {
  const leaves = leavesOf(structure)
  const isPdf = (leaf: MessageStructureObject) => /^application\/(x-)?pdf$/i.test(leaf.type) || /\.pdf$/i.test(nameOf(leaf))
  const isPicture = (leaf: MessageStructureObject) => leaf.disposition === 'attachment' && (/^image\/(jpe?g|png|tiff)$/i.test(leaf.type) || pictureEnding.test(nameOf(leaf)))
  const pdfs = leaves.filter(isPdf)
  const scans = pdfs.length > 0 ? pdfs : leaves.filter(isPicture)
  return {
    scans: scans.map((leaf, at) => ({ part: leaf.part ?? '1', name: nameFor(nameOf(leaf), at) })),
    hasOtherFiles: leaves.some((leaf) => !scans.includes(leaf) && leaf.disposition === 'attachment'),
  }
}

const pictureEnding = /\.(jpe?g|png|tiff?)$/i

const leavesOf = (node: MessageStructureObject): MessageStructureObject[] => (node.childNodes?.length ? node.childNodes.flatMap(leavesOf) : [node])

const nameOf = (leaf: MessageStructureObject): string => leaf.dispositionParameters?.filename ?? leaf.parameters?.name ?? ''

/** A name to show: without folders and signs that no eye sees. */
function nameFor(given: string, at: number): string {
  const bare = (given.split(/[/\\]/).at(-1) ?? '').replaceAll(/\p{C}/gu, '').trim()
  if (bare === '') return `skan ${at + 1}.pdf`
  return /\.pdf$/i.test(bare) || pictureEnding.test(bare) ? bare.slice(-200) : `${bare.slice(0, 190)}.pdf`
}

/**
 * Whether letters of this sender are taken: addresses, `@` domains; without any, the domain of the mailbox itself.
 * A sender can be forged; whoever receives mail checks that (SPF, DKIM), we only keep strangers' letters out.
 */
export function isKnownSender(sender: string, { senders, user }: { senders: readonly string[]; user: string }): boolean {
  const domain = (address: string) => address.slice(address.lastIndexOf('@')).toLowerCase()
  if (!sender.includes('@')) return false
  if (senders.length === 0) return user.includes('@') && domain(sender) === domain(user)
  return senders.some((one) => (one.startsWith('@') ? domain(sender) === one.toLowerCase() : sender === one.toLowerCase()))
}
