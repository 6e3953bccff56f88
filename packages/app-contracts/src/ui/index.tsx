import { defineUi, type UiPage } from '@crm/platform/ui'
import type { IconName } from '@crm/widgets/ui'
import { type Component, lazy } from 'solid-js'
import { contracts } from '../contracts.ts'
import { rights } from '../rights.ts'
import { variants } from '../variants.ts'
import type { Entity } from './contract-view.tsx'

const icons: Record<Entity, IconName> = { trade: 'file', property: 'building', staff: 'people' }
const page = (entity: Entity, kind: 'List' | 'Card' | 'New' | 'Import'): Component => lazy(async () => ({ default: (await import('./contract-pages.tsx')).pagesOf(entity)[kind] }))

const papersPage = (kind: 'Places' | 'Counting'): Component => lazy(async () => ({ default: (await import('./papers-pages.tsx')).papersPages[kind] }))

const pagesFor = (entity: Entity): UiPage[] => [
  { path: `/contracts/${entity}`, right: rights[entity].view, title: `${entity}.title`, isInMenu: true, icon: icons[entity], component: page(entity, 'List') },
  { path: `/contracts/${entity}/new`, right: rights[entity].create, title: `${entity}.create`, component: page(entity, 'New') },
  { path: `/contracts/${entity}/import`, right: rights[entity].import, title: `${entity}.title`, component: page(entity, 'Import') },
  { path: `/contracts/${entity}/:id`, right: rights[entity].view, title: `${entity}.one`, record: `contracts.${entity}`, component: page(entity, 'Card') },
]

export default defineUi({
  app: contracts,
  menu: { icon: 'file' },
  pages: [
    ...(Object.keys(variants) as Entity[]).flatMap(pagesFor), // its own names
    {
      path: '/contracts/calendar',
      right: rights.reports.view,
      title: 'reportsTitle',
      isInMenu: true,
      icon: 'calendar',
      component: lazy(() => import('./calendar/calendar-page.tsx')),
    },
    { path: '/contracts/scans', right: rights.scans.view, title: 'scansTitle', isInMenu: true, icon: 'upload', component: lazy(() => import('./scans-page.tsx')) },
    { path: '/contracts/papers', right: rights.papers.view, title: 'papersTitle', isInMenu: true, icon: 'folder', component: papersPage('Places') },
    { path: '/contracts/papers/counting/:id', right: rights.papers.count, title: 'countingTitle', component: papersPage('Counting') },
  ],
})
