import { language, sentenceOf, useText } from '@crm/platform/ui'
import { addedSection } from '../index.ts'
import { messages } from '../messages/index.ts'
import type { Dependent } from '../index.ts'
import type { View } from './view.ts'

/** The engine's own sentences. */
export const useOwnText = () => useText(messages)

/** An operator's, tab's or action's name by a key put together while running. */
export const ownText = (key: string) => sentenceOf(messages, key)

/** What hangs on a record or refers to it, with its count. */
export const dependentText = ({ what, count, isBlocking }: Dependent) => `${ownText(`destroy.attached.${isBlocking ? 'other' : what}`)}: ${count}`

/** The register's sentences in its app's messages. */
export const words = (view: View) => ({
  title: () => sentenceOf(view.messages, `${view.entity}.title`),
  one: () => sentenceOf(view.messages, `${view.entity}.one`),
  create: () => sentenceOf(view.messages, `${view.entity}.create`),
  empty: () => sentenceOf(view.messages, `${view.entity}.empty`),
  /** Of a part of an item, too: `addresses.0.street`. */
  field: (name: string): string => {
    const [field = '', at, part] = name.split('.')
    const said = addedOf(view, field)?.[language()] ?? sentenceOf(view.messages, `${view.entity}.fields.${field}`)
    return at === undefined ? said : `${said} ${Number(at) + 1}${part ? `: ${words(view).part(field, part)}` : ''}`
  },
  part: (field: string, part: string) => sentenceOf(view.messages, `${view.entity}.items.${field}.${part}`),
  addItem: (field: string) => sentenceOf(view.messages, `${view.entity}.items.${field}.add`),
  oneItem: (field: string) => sentenceOf(view.messages, `${view.entity}.items.${field}.one`),
  choice: (field: string, choice: string) =>
    addedOf(view, field)?.choices.find((one) => one.id === choice)?.[language()] ?? sentenceOf(view.messages, `${view.entity}.choices.${field}.${choice}`),
  section: (name: string) => (name === addedSection ? ownText('added.section') : sentenceOf(view.messages, `${view.entity}.sections.${name}`)),
  /** A name in the history that is no field: an annex. */
  beside: (name: string) => {
    const said = sentenceOf(view.messages, `history.${name}`)
    return said === `history.${name}` ? name : said
  },
  unit: (name: string) => sentenceOf(view.messages, `units.${name}`),
})

const addedOf = (view: View, name: string) => view.added.find((one) => one.field === name)

/** The fields that hold a day, as the dialog of reminders offers them. */
export const dayNames = (view: View) =>
  Object.entries(view.register.fields)
    .filter(([, field]) => field.kind === 'day')
    .map(([name]) => ({ name, label: words(view).field(name) }))
