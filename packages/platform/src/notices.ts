import type { NoticeKind } from './notice.ts'
import { rights } from './rights.ts'

export const accessAsked: NoticeKind = { id: 'platform.access-asked', right: rights.requests.decide.id }
export const accessDecided: NoticeKind = { id: 'platform.access-decided', right: rights.notices.view.id }
