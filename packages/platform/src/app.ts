import type { Messages } from './message.ts'
import type { NoticeKind, TodoKind } from './notice.ts'

/** The presets of an app, lowest first; each level lists its right ids. */
export const levelNames = ['read', 'work', 'approve', 'manage'] as const
export type LevelName = (typeof levelNames)[number]
/** What they are called. */
export const levelTexts = {
  pl: { read: 'odczyt', work: 'praca', approve: 'zatwierdzanie', manage: 'zarządzanie' },
  en: { read: 'read', work: 'work', approve: 'approve', manage: 'manage' },
} as const satisfies Record<'pl' | 'en', Record<LevelName, string>>

export type Levels = Readonly<Record<LevelName, readonly string[]>>

/** The pure part of an app: the same object in the browser, the host and the worker. */
export interface App {
  readonly id: string
  readonly rights: object
  readonly levels: Levels
  /** What {@link defineSettings} made. */
  readonly settings?: object
  readonly messages: Messages
  readonly notices: readonly NoticeKind[]
  readonly todos?: readonly TodoKind[]
}

export function defineApp<const Id extends string, const Rest extends Omit<App, 'id'>>(app: { readonly id: Id } & Rest): { readonly id: Id } & Rest {
  return app
}
