import { lazy } from 'solid-js'

export { AccessPanel } from './access-panel.tsx'
export { type Api, createApi } from './api.ts'
export { AskAccess } from './ask-access.tsx'
export { arrive } from './arrive.ts'
export { isOnline, onChanged, openChanges } from './changes.ts'
export { DayField } from './day-field.tsx'
export { defineUi, type UiApp, type UiPage } from './define-ui.ts'
export { formatBytes, formatDay, formatDecimal, formatMoment, formatMoney } from './format.ts'
export { createLive } from './live.ts'
export { platformApi } from './platform-api.ts'
export { usePreference } from './preference.ts'
export { failureOf, Refused } from './refused.ts'
export { RemindersTab } from './reminders/reminders-tab.tsx'
export { RightButton } from './right-button.tsx'
export { DocumentRights, language, leave, person, useCan, useCanSome, useIsMissed, useMe } from './session.ts'
export { failureText, issueText, type Say, sentenceOf, useText } from './text.ts'
export { DeniedPage } from './denied-page.tsx'
export { FailureMessage } from './failure-message.tsx'
export { LostPage } from './lost-page.tsx'
export { NoticesBell } from './notices-bell.tsx'
export { SeeAsBar, seeAs } from './see-as.tsx'
export { PasswordBanner } from './account/password-banner.tsx'
export { SignInAgain } from './sign-in-again.tsx'
export { SignInPage } from './sign-in-page.tsx'
export { TodoLink } from './todo-link.tsx'
export const NoticesPage = lazy(() => import('./notices-page.tsx'))
export const TodoPage = lazy(() => import('./todo-page.tsx'))
export const MyRemindersPage = lazy(() => import('./reminders/my-reminders-page.tsx'))
export const HelpPage = lazy(() => import('./help-page.tsx'))
export const SettingsPage = lazy(() => import('./settings-page.tsx'))
export { messages as platformMessages } from '../messages/index.ts'
