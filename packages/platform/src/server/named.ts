import { type Language, type Named, sentence } from '../index.ts'
import type { ServerApp } from './server-app.ts'

/** Parts of an app's messages in which things have names. */
type Part = 'acts' | 'connections' | 'noticeNames'

/** What `app.some.thing` is called in both languages: `<part>.some-thing` of its app's messages; its id when it is called nothing. */
export function namesOf(apps: readonly ServerApp[], part: Part, id: string): Named {
  const [owner, ...name] = id.split('.')
  const app = apps.find((one) => one.app.id === owner)?.app
  const said = (language: Language) => (app && sentence(app.messages[language], `${part}.${name.join('-')}`, { language })) ?? id
  return { pl: said('pl'), en: said('en') }
}
