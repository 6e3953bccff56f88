import { Failure } from '@crm/platform'
import { Again, isDuplicate, statement, type System, type Writing } from '@crm/platform/server'
import { type AddedChoice, type AddedTo, addedKindOf, addedKinds, type AnyRegister, type SaveAddedInput } from '../../index.ts'
import { knownRegisters, registerNamed } from '../known.ts'
import { wordsOf } from '../words.ts'
import { addedIn } from './kept.ts'

const documentOfAdded = (register: string) => `register.added:${register}`

const freeIn = (register: AnyRegister) => Object.entries(register.fields).filter(([, field]) => field.isAdded)

/** The registers that keep free columns, with what was said of them. */
export async function listAdded(system: System): Promise<AddedTo[]> {
  const registers = knownRegisters().filter((register) => freeIn(register).length > 0)
  return Promise.all(
    registers.map(async (register) => {
      const said = await addedIn(system, register.id)
      const free = freeIn(register).filter(([name]) => !said.some((one) => one.field === name))
      const counts = addedKinds.filter((kind) => freeIn(register).some(([, field]) => addedKindOf(field) === kind))
      return {
        register: register.id,
        pl: wordsOf(system, register, 'pl').title,
        en: wordsOf(system, register, 'en').title,
        free: Object.fromEntries(counts.map((kind) => [kind, free.filter(([, field]) => addedKindOf(field) === kind).length])),
        fields: said.flatMap((one) => {
          const field = register.fields[one.field]
          return field ? [{ ...one, kind: addedKindOf(field) }] : []
        }),
      }
    }),
  )
}

interface Row {
  readonly field: string
  readonly pl: string
  readonly en: string
  readonly choices: string
  readonly is_used: number
  readonly place: number
}

const lockAll = (register: string) =>
  statement<Row[]>('select field, pl, en, choices, is_used, place from register_added_field where register = ? order by place, field for update', [register])

/**
 * Gives a free column its meaning, or says an old one anew. Choices are never taken away, only withdrawn: records hold them.
 *
 * @throws Failure 'invalid' for a name that another field has, or a kind of which no column is free
 */
export async function saveAdded(ctx: Writing, input: SaveAddedInput): Promise<{ field: string }> {
  const { register } = registerNamed(input.register)
  const rows = await lockAll(register.id)
  const old = input.field === null ? null : (rows.find((row) => row.field === input.field) ?? missing())
  const others = rows.filter((row) => row.field !== input.field)
  const twice = (['pl', 'en'] as const).filter((language) => others.some((row) => row[language].toLowerCase() === input[language].toLowerCase()))
  if (twice.length > 0) throw new Failure('invalid', { issues: twice.map((path) => ({ path, code: 'taken' })) })
  const field = old?.field ?? freeIn(register).find(([name, one]) => addedKindOf(one) === input.kind && !rows.some((row) => row.field === name))?.[0]
  if (field === undefined) throw new Failure('invalid', { issues: [{ path: 'kind', code: 'none-left' }] })
  const choices = chosen(old ? (JSON.parse(old.choices) as AddedChoice[]) : [], input.choices) // written here
  if (register.fields[field]?.kind === 'choice' && !choices.some((choice) => choice.isUsed)) throw new Failure('invalid', { issues: [{ path: 'choices', code: 'required' }] })
  const said = { pl: input.pl, en: input.en, choices: JSON.stringify(choices) }
  if (old) await statement('update register_added_field set ? where register = ? and field = ?', [said, register.id, field])
  else await insert({ register: register.id, field, ...said, is_used: 1, place: Math.max(0, ...rows.map((row) => row.place)) + 1 })
  await ctx.journal({
    document: documentOfAdded(register.id),
    documentCode: input.pl,
    changes: { ...changeOf('pl', old?.pl, input.pl), ...changeOf('en', old?.en, input.en), ...changeOf('choices', old && namesOf(old.choices), namesOf(said.choices)) },
  })
  return { field }
}

/** Takes a field out of use, or into it again; its values stay where they are. */
export async function useAdded(ctx: Writing, { register, field, isUsed }: { register: string; field: string; isUsed: boolean }): Promise<void> {
  const row = (await lockAll(register)).find((one) => one.field === field) ?? missing()
  await statement('update register_added_field set is_used = ? where register = ? and field = ?', [isUsed ? 1 : 0, register, field])
  await ctx.journal({ document: documentOfAdded(register), documentCode: row.pl, changes: changeOf('isUsed', row.is_used === 1, isUsed) })
}

/** One place up or down in the form. */
export async function moveAdded(ctx: Writing, { register, field, by }: { register: string; field: string; by: -1 | 1 }): Promise<void> {
  const rows = await lockAll(register)
  const at = rows.findIndex((row) => row.field === field)
  const moved = rows[at] ?? missing()
  const order = rows.filter((row) => row !== moved)
  order.splice(Math.min(Math.max(at + by, 0), order.length), 0, moved)
  for (const [place, row] of order.entries()) await statement('update register_added_field set place = ? where register = ? and field = ?', [place, register, row.field])
  await ctx.journal({ document: documentOfAdded(register), documentCode: moved.pl, changes: changeOf('place', at + 1, order.indexOf(moved) + 1) })
}

/** Old choices as they are said now, those that are no longer named withdrawn, new ones with the next ids. */
function chosen(old: readonly AddedChoice[], said: SaveAddedInput['choices']): AddedChoice[] {
  let last = Math.max(0, ...old.map((choice) => Number(choice.id.slice(1))))
  const kept = said.map(({ id, ...words }): AddedChoice => {
    if (id !== null && old.some((choice) => choice.id === id)) return { id, ...words }
    last += 1
    return { id: `c${last}`, ...words }
  })
  return [...kept, ...old.filter((choice) => !kept.some((one) => one.id === choice.id)).map((choice) => ({ ...choice, isUsed: false }))]
}

async function insert(row: object): Promise<void> {
  try {
    await statement('insert into register_added_field set ?', [row])
  } catch (error) {
    // Two admins took the same free column.
    throw isDuplicate(error) ? new Again() : error
  }
}

const namesOf = (choices: string) =>
  (JSON.parse(choices) as AddedChoice[]) // as above
    .filter((choice) => choice.isUsed)
    .map((choice) => choice.pl)
    .join(', ')

const changeOf = (name: string, before: unknown, after: unknown) => (before === after ? {} : { [name]: [before ?? null, after] as const })

function missing(): never {
  throw new Failure('missing')
}
