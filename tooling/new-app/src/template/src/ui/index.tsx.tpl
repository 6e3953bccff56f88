import { defineUi } from '@crm/platform/ui'
import { lazy } from 'solid-js'
import { __camel__ } from '../__name__.ts'
import { rights } from '../rights.ts'

export default defineUi({
  app: __camel__,
  menu: { icon: 'folder' },
  pages: [
    { path: '/__name__/entries', right: rights.entry.view, title: 'entry.title', isInMenu: true, component: lazy(() => import('./entries-page.tsx')) },
    { path: '/__name__/entries/new', right: rights.entry.create, title: 'entry.create', component: lazy(() => import('./new-entry-page.tsx')) },
    { path: '/__name__/entries/import', right: rights.entry.import, title: 'entry.title', component: lazy(() => import('./import-entries-page.tsx')) },
    { path: '/__name__/entries/:id', right: rights.entry.view, title: 'entry.one', record: '__name__.entry', component: lazy(() => import('./entry-page.tsx')) },
  ],
})
