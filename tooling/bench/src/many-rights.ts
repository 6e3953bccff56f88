import { defineApp, defineRights, right, rightsOf } from '@crm/platform'
import { defineServer, router, type ServerApp } from '@crm/platform/server'

/** An app with nothing but rights, so that a table has as many as the whole product will. */
export function manyRights(count: number): ServerApp {
  const names = Array.from({ length: count }, (_, index) => `right${index + 1}`)
  const rights = defineRights('bench', { thing: Object.fromEntries(names.map((name) => [name, right()])) })
  const texts = { title: 'Próba', rights: { thing: Object.fromEntries(names.map((name) => [name, { name: `Prawo ${name}`, description: `Opis prawa ${name}` }])) } }
  const ids = rightsOf(rights).map((one) => one.id)
  const levels = { read: ids.slice(0, count / 4), work: ids.slice(0, count / 2), approve: ids.slice(0, (count / 4) * 3), manage: ids }
  return defineServer({
    app: defineApp({ id: 'bench', rights, levels, messages: { pl: texts, en: texts }, notices: [] }),
    router: router({}),
    migrations: [],
    help: new URL('.', import.meta.url),
  })
}
