import { formatDay, formatDecimal, formatMoment, formatMoney } from '@crm/platform/ui'
import type { JSX } from 'solid-js'
import { type Field, itemsText, type Kind, type Referred } from '../index.ts'
import { useOwnText, words } from './words.ts'
import type { View } from './view.ts'

interface Showing {
  readonly view: View
  readonly name: string
  readonly field: Field
  readonly value: unknown
  /** The other fields of the record as far as they are known: an amount's currency. */
  readonly sibling: (name: string) => unknown
}

const plain = ({ value }: Showing) => String(value)

/** A value as text, by its kind. */
const texts: Record<Kind, (showing: Showing) => string> = {
  text: plain,
  longText: plain,
  code: plain,
  integer: ({ view, field, value }) => `${formatDecimal(String(value))}${field.unit ? `\u00a0${words(view).unit(field.unit)}` : ''}`,
  decimal: ({ view, field, value }) => `${formatDecimal(String(value))}${field.unit ? `\u00a0${words(view).unit(field.unit)}` : ''}`,
  money: ({ field, value, sibling }) => formatMoney(String(value), field.currency ? (sibling(field.currency) as string | null) : null), // a choice field's value
  day: ({ value }) => formatDay(String(value)),
  moment: ({ value }) => formatMoment(String(value)),
  choice: ({ view, name, value }) => words(view).choice(name, String(value)),
  yesNo: ({ value }) => (value ? useOwnText()('yes') : useOwnText()('no')),
  tags: ({ value }) => (value as readonly string[]).join(', '), // what the wire sends for these kinds
  items: ({ view, name, field, value }) => itemsText(field, value, (part, one) => partText({ view, name: `${name}.${part}`, field: field.of?.[part], value: one })),
  reference: ({ value }) => (value as Referred).label,
  references: ({ value }) => (value as readonly Referred[]).map((one) => one.label).join(', '),
}

const isBlank = (value: unknown) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** What a person reads; nothing for an empty field. */
export const textOf = (showing: Showing): string => (isBlank(showing.value) ? '' : texts[showing.field.kind](showing))

/** A part of an item. */
export const partText = (part: { readonly view: View; readonly name: string; readonly field: Field | undefined; readonly value: unknown }): string =>
  part.field ? textOf({ ...part, field: part.field, sibling: () => null }) : ''

/** The same with a badge where the register colours its choices. */
export function Cell(props: Showing): JSX.Element {
  const look = () => (typeof props.value === 'string' ? props.view.badges[props.name]?.[props.value] : undefined)
  return <>{look() ? <span class={`badge text-bg-${look()}`}>{textOf(props)}</span> : <span title={textOf(props)}>{textOf(props)}</span>}</>
}

export const isNumeric = (field: Field): boolean => field.kind === 'integer' || field.kind === 'decimal' || field.kind === 'money'

const widths: Record<Kind, number> = {
  text: 260,
  longText: 260,
  code: 140,
  integer: 110,
  decimal: 120,
  money: 150,
  day: 120,
  moment: 160,
  choice: 140,
  yesNo: 90,
  tags: 180,
  items: 260,
  reference: 190,
  references: 240,
}

/** Pixels of a column until somebody drags it. */
export const widthOf = (field: Field): number => widths[field.kind]
