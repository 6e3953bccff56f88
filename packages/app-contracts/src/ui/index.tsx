import { defineUi } from '@crm/platform/ui'
import { lazy } from 'solid-js'
import { contracts } from '../contracts.ts'
import { rights } from '../rights.ts'

export default defineUi({
  app: contracts,
  menu: { icon: 'file' },
  pages: [
    { path: '/contracts/trade', right: rights.trade.view, title: 'trade.title', isInMenu: true, component: lazy(() => import('./trade-page.tsx')) },
    { path: '/contracts/trade/new', right: rights.trade.create, title: 'trade.create', component: lazy(() => import('./new-trade-page.tsx')) },
    { path: '/contracts/trade/:id', right: rights.trade.view, title: 'trade.one', component: lazy(() => import('./trade-record-page.tsx')) },
  ],
})
