import type { NoticeKind } from '../../index.ts'
import type { System } from '../context.ts'

/** Every kind of notice of every app, by its id. */
export const noticeKinds = (system: System): Map<string, NoticeKind> => new Map(system.apps.flatMap((server) => server.app.notices.map((kind) => [kind.id, kind] as const)))

export const noticeRights = (system: System): Map<string, string> => new Map([...noticeKinds(system)].map(([id, kind]) => [id, kind.right]))
