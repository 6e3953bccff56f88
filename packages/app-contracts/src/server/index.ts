import { defineServer, handle } from '@crm/platform/server'
import { defineModels, registerBelongings, registerRoutes, sensitiveOf } from '@crm/register/server'
import { attachmentRoutes, deskRoutes, lentPapers, paperHandlers, paperRoutes, readingRoute, scanHandlers } from '@crm/storage/server'
import { contracts } from '../contracts.ts'
import { rollTerms } from '../jobs.ts'
import { recognise } from '../recognise.ts'
import { rights } from '../rights.ts'
import { variants } from '../variants.ts'
import { aboutParty } from './about-party.ts'
import { deriveWithBeside } from './beside.ts'
import { calendarDays } from './decision-days.ts'
import { guardedInvoiceWords } from './invoices.ts'
import { keepersOfParties } from './keepers.ts'
import { migrations } from './migrations.ts'
import { desk, documentsFor, filesFor, papers, router } from './router.ts'

export type { ContractsRouter } from './router.ts'
export { type Dice, openDice } from './sample/dice.ts'
export { type Cast, sampleContracts } from './sample/sample-contracts.ts'

export default defineServer({
  app: contracts,
  router: router as never,
  models(sequelize) {
    for (const { register } of Object.values(variants)) {
      defineModels(sequelize, register)
      deriveWithBeside(register)
    }
  },
  migrations,
  help: new URL('../../help/', import.meta.url),
  handlers: [{ ...handle(rollTerms, () => import('./roll-terms.ts')), cron: '10 * * * *' }, ...scanHandlers(desk), ...paperHandlers(papers)],
  documents: Object.values(documentsFor(variants, rights)),
  routes(http, system) {
    for (const files of Object.values(filesFor(variants, rights))) attachmentRoutes(http, system, files)
    for (const [name, document] of Object.entries(documentsFor(variants, rights))) {
      const entity = name as keyof typeof variants // documents are made from the variants
      readingRoute(http, system, { kind: variants[entity].register.id, right: rights[entity].create, find: recognise })
      registerRoutes(http, system, { register: variants[entity].register, rights: rights[entity], document })
    }
    deskRoutes(http, system, desk)
    paperRoutes(http, system, papers)
  },
  belongings: [...Object.values(variants).flatMap(({ register }) => registerBelongings(register)), lentPapers(papers)],
  sensitive: Object.fromEntries(
    Object.entries(variants).map(([entity, { register }]) => [
      register.id,
      { ...sensitiveOf(register), ...Object.fromEntries(guardedInvoiceWords.map((word) => [word, rights[entity as keyof typeof variants].amounts.id])) }, // its own names
    ]),
  ),
  calendar: calendarDays,
  about: aboutParty,
  keepers: keepersOfParties,
  demo: () => import('./sample/demo.ts'),
})
