import { defineUi } from '@crm/platform/ui'
import { lazy } from 'solid-js'
import { directory } from '../directory.ts'
import { rights } from '../rights.ts'

export default defineUi({
  app: directory,
  menu: { icon: 'building' },
  pages: [
    { path: '/directory/parties', right: rights.party.view, title: 'party.title', isInMenu: true, component: lazy(() => import('./parties-page.tsx')) },
    { path: '/directory/parties/new', right: rights.party.create, title: 'party.create', component: lazy(() => import('./new-party-page.tsx')) },
    { path: '/directory/parties/import', right: rights.party.import, title: 'party.title', component: lazy(() => import('./import-parties-page.tsx')) },
    {
      path: '/directory/parties/duplicates',
      right: rights.party.merge,
      title: 'duplicatesTitle',
      isInMenu: true,
      icon: 'people',
      component: lazy(() => import('./duplicates-page.tsx')),
    },
    { path: '/directory/parties/merge', right: rights.party.merge, title: 'mergeTitle', component: lazy(() => import('./merge-page.tsx')) },
    { path: '/directory/parties/:id', right: rights.party.view, title: 'party.one', record: 'directory.party', component: lazy(() => import('./party-page.tsx')) },
  ],
})
