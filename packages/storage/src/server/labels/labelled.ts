import type { System } from '@crm/platform/server'
import type { LabelRights } from '../../label-rights.ts'
import type { AttachedTo } from '../attached-to.ts'

export interface DocumentAbout {
  /** `U/H/2026/0042` */
  readonly number: string
  readonly title: string
  /** What its label says beside the number: short, and readable by eye. */
  readonly labelText: string
  readonly shelf: 'current' | 'archived' | 'removed'
}

/** Documents that carry labels. */
export interface Labelled extends AttachedTo {
  /** Two capital letters that begin their labels' codes. */
  readonly series: string
  readonly label: LabelRights
  about(system: System, ids: readonly number[]): Promise<ReadonlyMap<number, DocumentAbout>>
  /** By number or title, newest first, at most fifty; who asks is judged afterwards. */
  search(system: System, text: string): Promise<readonly { readonly id: number; readonly label: string }[]>
}

export const documentIdOf = (document: string): { kind: string; id: number } => {
  const at = document.lastIndexOf(':')
  return { kind: document.slice(0, at), id: Number(document.slice(at + 1)) }
}
