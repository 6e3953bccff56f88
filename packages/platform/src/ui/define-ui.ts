import type { IconName } from '@crm/widgets/ui'
import type { Component } from 'solid-js'
import type { App, Messages, Right } from '../index.ts'

export interface UiPage {
  /** `/contracts/trade/:id` */
  readonly path: string
  readonly right: Right
  /** The page's title: a key of the app's messages. */
  readonly title: string
  readonly icon?: IconName
  /** Whether the menu leads there; a page of one record is reached from its list. */
  readonly isInMenu?: boolean
  /** The kind of document of which it shows one, `directory.party`: whatever refers to such a document leads there. */
  readonly record?: string
  readonly component: Component
}

/** The browser's part of an app. */
export interface UiApp {
  readonly app: App & { readonly messages: Messages }
  readonly menu: { readonly icon: IconName }
  readonly pages: readonly UiPage[]
}

export const defineUi = (ui: UiApp): UiApp => ui
