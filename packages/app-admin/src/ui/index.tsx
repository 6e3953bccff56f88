import { defineUi } from '@crm/platform/ui'
import { platformRights } from '@crm/platform'
import { lazy } from 'solid-js'
import { admin } from '../admin.ts'
import { rights } from '../rights.ts'

export default defineUi({
  app: admin,
  menu: { icon: 'shield' },
  pages: [
    { path: '/admin/people', right: rights.people.view, title: 'people.title', icon: 'people', isInMenu: true, component: lazy(() => import('./people/people-page.tsx')) },
    { path: '/admin/people/new', right: rights.people.create, title: 'people.create', component: lazy(() => import('./people/new-person-page.tsx')) },
    { path: '/admin/people/import', right: rights.people.import, title: 'people.importPage.title', component: lazy(() => import('./people/import-page.tsx')) },
    { path: '/admin/people/:id', right: rights.people.view, title: 'people.one', record: 'directory.person', component: lazy(() => import('./people/person-page.tsx')) },
    { path: '/admin/people/:id/leave', right: rights.people.release, title: 'people.leave', component: lazy(() => import('./people/leave-page.tsx')) },
    {
      path: '/admin/departments',
      right: rights.departments.view,
      title: 'departments.title',
      icon: 'building',
      isInMenu: true,
      component: lazy(() => import('./people/departments-page.tsx')),
    },
    {
      path: '/admin/positions',
      right: rights.positions.view,
      title: 'positions.title',
      icon: 'task',
      isInMenu: true,
      component: lazy(() => import('./people/positions-page.tsx')),
    },
    {
      path: '/admin/substitutions',
      right: rights.substitutions.view,
      title: 'substitutions.title',
      icon: 'restore',
      isInMenu: true,
      component: lazy(() => import('./people/substitutions-page.tsx')),
    },
    { path: '/admin/fields', right: rights.fields.edit, title: 'fields.title', icon: 'columns', isInMenu: true, component: lazy(() => import('./fields-page.tsx')) },
    { path: '/admin/rights', right: rights.rights.view, title: 'table.title', icon: 'shield', isInMenu: true, component: lazy(() => import('./rights/rights-page.tsx')) },
    { path: '/admin/groups', right: rights.rights.view, title: 'groups.title', icon: 'people', isInMenu: true, component: lazy(() => import('./rights/groups-page.tsx')) },
    {
      path: '/admin/requests',
      right: platformRights.requests.decide,
      title: 'requests',
      icon: 'question',
      isInMenu: true,
      component: lazy(() => import('./rights/requests-page.tsx')),
    },
    { path: '/admin/access', right: rights.access.rescue, title: 'shut.title', icon: 'shield', isInMenu: true, component: lazy(() => import('./rights/shut-page.tsx')) },
    { path: '/admin/journal', right: rights.journal.view, title: 'journal.title', icon: 'history', isInMenu: true, component: lazy(() => import('./journal/journal-page.tsx')) },
    { path: '/admin/mail', right: rights.mail.view, title: 'mail.title', icon: 'envelope', isInMenu: true, component: lazy(() => import('./mail-page.tsx')) },
    {
      path: '/admin/sessions',
      right: rights.sessions.view,
      title: 'sessions.title',
      icon: 'person',
      isInMenu: true,
      component: lazy(() => import('./security/sessions-page.tsx')),
    },
    {
      path: '/admin/incidents',
      right: platformRights.incidents.view,
      title: 'incidents.title',
      icon: 'warning',
      isInMenu: true,
      component: lazy(() => import('./security/incidents-page.tsx')),
    },
    { path: '/admin/incidents/:id', right: platformRights.incidents.view, title: 'incidents.one', component: lazy(() => import('./security/incident-page.tsx')) },
    {
      path: '/admin/security',
      right: rights.security.view,
      title: 'security.menu',
      icon: 'warning',
      isInMenu: true,
      component: lazy(() => import('./security/security-page.tsx')),
    },
    { path: '/admin/running', right: rights.running.view, title: 'running.title', icon: 'check', isInMenu: true, component: lazy(() => import('./running-page.tsx')) },
    { path: '/admin/settings', right: platformRights.settings.edit, title: 'settings.title', icon: 'gear', isInMenu: true, component: lazy(() => import('./settings-page.tsx')) },
  ],
})
