import { defineUi } from '@crm/platform/ui'
import { platformRights } from '@crm/platform'
import { lazy } from 'solid-js'
import { admin } from '../admin.ts'
import { rights } from '../rights.ts'

export default defineUi({
  app: admin,
  menu: { icon: 'shield' },
  pages: [
    { path: '/admin/people', right: rights.people.view, title: 'people.title', icon: 'people', isInMenu: true, component: lazy(() => import('./people-page.tsx')) },
    { path: '/admin/journal', right: rights.journal.view, title: 'journal.title', icon: 'history', isInMenu: true, component: lazy(() => import('./journal-page.tsx')) },
    { path: '/admin/sessions', right: rights.sessions.view, title: 'sessions.title', icon: 'person', isInMenu: true, component: lazy(() => import('./sessions-page.tsx')) },
    { path: '/admin/security', right: rights.security.view, title: 'security.menu', icon: 'warning', isInMenu: true, component: lazy(() => import('./security-page.tsx')) },
    { path: '/admin/settings', right: platformRights.settings.edit, title: 'settings.title', icon: 'gear', isInMenu: true, component: lazy(() => import('./settings-page.tsx')) },
  ],
})
