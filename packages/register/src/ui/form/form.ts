import { dayOf, type Issue, issuesOfZod } from '@crm/platform'
import { createMemo, createSignal } from 'solid-js'
import { createStore, reconcile, unwrap } from 'solid-js/store'
import { type AnyRegister, type Field, isBlankItem, type Item, type Referred } from '../../index.ts'

export type Values = Readonly<Record<string, unknown>>

const same = (left: unknown, right: unknown) => JSON.stringify(left ?? null) === JSON.stringify(right ?? null)

/** A store changes lists in place: what it begins with must not be what it is compared with. */
const apart = (values: Values): Values => JSON.parse(JSON.stringify(values)) as Values // values are of the wire: plain JSON

/** Names of the fields a person fills in. */
export const entered = (register: AnyRegister): string[] => Object.keys(register.fields).filter((name) => register.fields[name]?.presence !== 'computed')

/** A shown value as it is sent: documents by their ids. */
function sent(field: Field | undefined, value: unknown): unknown {
  if (field?.kind === 'reference') return (value as Referred | null)?.id ?? null // inputs of these kinds hand over what they show
  if (field?.kind === 'references') return ((value ?? []) as readonly Referred[]).map((one) => one.id) // as above
  return value ?? null
}

/** What somebody is filling in: values as shown, what differs from the beginning, what is wrong, what follows. */
export function createForm(register: AnyRegister, initial: Values, { isNew, beside }: { isNew: boolean; beside?: () => unknown }) {
  const blank = Object.fromEntries(Object.keys(register.fields).map((name) => [name, null]))
  const [values, setValues] = createStore<Record<string, unknown>>({ ...blank, ...apart(initial) })
  const [issues, setIssues] = createSignal<readonly Issue[]>([])
  const changed = createMemo(() => entered(register).filter((name) => !same(withoutBlanks(register.fields[name], values[name]), initial[name])))

  /** Computed fields as they would be saved; empty while what they follow from is not complete. */
  const computed = createMemo((): Values => {
    try {
      const row = { ...values } as never // the declaration's own fields
      return (register.check?.(row) ?? []).length > 0 ? {} : { ...register.derive?.(row, { today: dayOf(new Date()), beside: beside?.() }) }
    } catch {
      return {}
    }
  })

  /** What would be sent: everything of a new record, only what changed of an old one. */
  const payload = (): Values => Object.fromEntries((isNew ? entered(register) : changed()).map((name) => [name, sent(register.fields[name], unwrap(values)[name])]))

  /** Everything that is filled in, as it would be sent. */
  const whole = (): Values => Object.fromEntries(entered(register).flatMap((name) => (values[name] === null ? [] : [[name, sent(register.fields[name], values[name])]])))

  // Asked for with the form, so that it is there when the connection is gone; without it the server checks alone.
  const loaded = import('../../schema.ts').catch(() => null)

  async function check(): Promise<boolean> {
    const schema = await loaded
    for (const [name, field] of Object.entries(register.fields)) if (field.kind === 'items') setValues(name, reconcile(withoutBlanks(field, unwrap(values)[name])))
    const whole = Object.fromEntries(entered(register).map((name) => [name, sent(register.fields[name], unwrap(values)[name])]))
    const found = missingIn(register, whole)
    try {
      schema?.valuesSchema(register.fields).parse(whole)
    } catch (error) {
      // The schema throws nothing else.
      for (const issue of issuesOfZod(error as Parameters<typeof issuesOfZod>[0]))
        if (!found.some((known) => known.path === placeOf(register, issue))) found.push({ ...issue, path: placeOf(register, issue) })
    }
    if (found.length === 0) found.push(...(register.check?.({ ...unwrap(values) } as never) ?? []))
    setIssues(found)
    return found.length === 0
  }

  return {
    values,
    computed,
    changed,
    issues,
    setIssues,
    payload,
    whole,
    check,
    /** @param at where something was typed, when it is a part of an item: what is wrong elsewhere stays said */
    set(name: string, value: unknown, at = name) {
      setValues(name, reconcile(value))
      const stay = issues().filter((issue) => issue.path !== at && !issue.path.startsWith(`${at}.`))
      if (stay.length < issues().length) setIssues(stay)
    },
    setAll: (all: Values) => setValues(reconcile({ ...blank, ...apart(all) })),
  }
}

export type Form = ReturnType<typeof createForm>

/** Issues stand at their field; those of an item at its part. */
function placeOf(register: AnyRegister, { path }: Issue): string {
  const [top = ''] = path.split('.')
  return register.fields[top]?.kind === 'items' ? path : top
}

/** Lines that were added and left blank are no items. */
function withoutBlanks(field: Field | undefined, value: unknown): unknown {
  if (field?.kind !== 'items' || value === null) return value
  const filled = (value as readonly Item[]).filter((one) => !isBlankItem(field, one)) // what its input hands over
  return filled.length === 0 ? null : filled
}

/** An empty required field is called so, whatever its kind would say to `null`. */
const missingIn = (register: AnyRegister, whole: Values): Issue[] =>
  entered(register).flatMap((name) => {
    const field = register.fields[name]
    const value = whole[name]
    if (field?.presence === 'required' && (value === null || (Array.isArray(value) && value.length === 0))) return [{ path: name, code: 'required' }]
    return field?.kind === 'items' ? missingParts(field, value).map((part) => ({ path: `${name}.${part}`, code: 'required' })) : []
  })

const missingParts = (field: Field, value: unknown): string[] =>
  ((value ?? []) as readonly Item[]).flatMap((item, at) =>
    Object.entries(field.of ?? {}).flatMap(([part, { presence }]) => (presence === 'required' && (item[part] ?? '') === '' ? [`${at}.${part}`] : [])),
  ) // what its input hands over
