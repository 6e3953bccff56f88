import { trade } from '@crm/app-contracts'
import { type Dice, openDice } from '@crm/app-contracts/server'
import type { ReadPool } from '@crm/platform/server'
import { type AnyRegister, type Condition, type Field, type Filter, isSortable, operatorsOf, type Sort } from '@crm/register'

/** A list somebody could ask for. */
export interface Question {
  readonly columns: readonly string[]
  readonly filter: Filter
  readonly search?: string
  readonly sort: readonly Sort[]
  readonly limit: number
}

const register: AnyRegister = trade
const dated: readonly string[] = ['lastDays', 'nextDays', 'thisMonth', 'thisQuarter', 'thisYear', 'me', 'mine']

/**
 * Lists at random, the same for the same seed: up to three conditions on any columns, joined by "and" or "or", any sort, a word to
 * search for in every third. Values are those of contracts drawn from the table, so most questions find something.
 */
export async function* questions(pool: ReadPool, { count, contracts, seed }: { count: number; contracts: number; seed: number }): AsyncGenerator<Question> {
  const dice = openDice(seed)
  const names = Object.keys(register.fields)
  for (let asked = 0; asked < count; asked += 1) {
    const drawn = await draw(pool, 1 + dice.roll(contracts))
    const conditions = Array.from({ length: dice.roll(4) }, () => condition(dice, { name: dice.pick(names), drawn })).filter((one) => one !== null)
    const sortable = names.filter((name) => isSortable(register, name))
    yield {
      columns: trade.list.columns,
      filter: dice.roll(4) === 0 && conditions.length > 1 ? { any: conditions } : { all: conditions },
      ...(dice.roll(3) === 0 ? { search: word(dice, drawn) } : {}),
      sort: [{ field: dice.pick(sortable), dir: dice.pick(['asc', 'desc'] as const) }],
      limit: 50,
    }
  }
}

type Drawn = Readonly<Record<string, unknown>>

async function draw(pool: ReadPool, id: number): Promise<Drawn> {
  const columns = Object.entries(register.fields).map(([name, field]) => [name, columnOf(name, field)] as const)
  const [row = []] = await pool.query(`select ${columns.map(([, column]) => column).join(', ')} from ${register.table} where id = ?`, [id])
  return Object.fromEntries(columns.map(([name], at) => [name, row[at] ?? null]))
}

/** The column that holds what a condition on the field is compared with. */
const columnOf = (name: string, { kind }: Field): string => {
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return kind === 'reference' ? `${snake}_id` : kind === 'references' ? `${snake}_ids` : snake
}

function condition(dice: Dice, { name, drawn }: { name: string; drawn: Drawn }): Condition | null {
  const field = register.fields[name]
  if (!field) throw new Error(`no field ${name}`)
  const op = dice.pick(operatorsOf(field).filter((one) => !dated.includes(one)))
  if (op === 'empty' || op === 'filled') return { field: name, op }
  const value = drawn[name]
  if (value === null || value === undefined || value === '') return null
  const text = String(value)
  switch (op) {
    case 'contains':
      return { field: name, op, value: dice.pick(text.split(' ')) }
    case 'starts':
      return { field: name, op, value: text.slice(0, 3 + dice.roll(6)) }
    case 'has':
      return { field: name, op, value: text.split('|').find(Boolean) ?? text }
    case 'oneOf':
      return { field: name, op, value: field.kind === 'reference' || field.kind === 'references' ? text.split(',').filter(Boolean).map(Number) : [text] }
    case 'between':
      return { field: name, op, value: field.kind === 'day' ? [text, `${Number(text.slice(0, 4)) + 1}-06-30`] : [text, String(Math.ceil(Number(text) * 1.5))] }
    default:
      return { field: name, op, value: text }
  }
}

/** A word of the subject or of the party's name; now and then only a piece of it. */
function word(dice: Dice, drawn: Drawn): string {
  const words = `${drawn.subject} ${drawn.number}`.split(/[\s–]+/).filter((one) => one.length > 2)
  const whole = dice.pick(words)
  return dice.roll(3) === 0 ? whole.slice(0, 4) : whole
}
