import { Failure, type FailureData, type Issue, issuesOf, issuesOfZod } from '@crm/platform'
import { dayOfCell, type Reading, readSheet, type System, type Writing } from '@crm/platform/server'
import { fold } from '@crm/register'
import { ZodError } from 'zod'
import { columnOfHead, type ImportAnswer, type ImportColumn, importColumns, type ImportRow } from '../../import.ts'
import { personSchema, type PersonValues } from '../../person.ts'
import { createPerson } from './person.ts'

/** Rows of an uploaded sheet by the heads that it has; @throws Failure 'invalid' when it names neither login nor name */
export async function readImport(bytes: Buffer): Promise<{ rows: ImportRow[]; ignored: string[] }> {
  const { rows } = await readSheet(bytes)
  const heads = (rows[0] ?? []).map((head) => columnOfHead(fold(head)))
  if (!heads.includes('login') || !heads.includes('name')) throw new Failure('invalid', { issues: [{ path: 'file', code: 'no-heads' }] })
  const ignored = (rows[0] ?? []).filter((head, at) => heads[at] === null && head !== '')
  return { rows: rows.slice(1).map((cells) => rowFrom(cells, heads)), ignored }
}

function rowFrom(cells: readonly string[], heads: readonly (ImportColumn | null)[]): ImportRow {
  const cell = (column: ImportColumn) => (cells[heads.indexOf(column)] ?? '').trim()
  return Object.fromEntries(
    importColumns.map((column) => [column, heads.includes(column) ? (column.startsWith('active') ? dayOfCell(cell(column)) : cell(column)) : '']),
  ) as ImportRow // every column is there
}

/** What is wrong with each row: alone, beside the others, and beside what is there. Reads only. */
export async function checkImport(ctx: Pick<Reading, 'system'>, rows: readonly ImportRow[]): Promise<{ issues: Issue[][]; values: (PersonValues | null)[] }> {
  const known = await knownOf(ctx.system)
  const logins = Map.groupBy(rows, (row) => row.login.toLowerCase())
  const emails = Map.groupBy(rows, (row) => row.email.toLowerCase())
  const checked = rows.map((row) => {
    const issues: Issue[] = []
    const departmentId = row.department === '' ? null : (known.departments.get(fold(row.department)) ?? null)
    if (row.department !== '' && departmentId === null) issues.push({ path: 'department', code: 'unknown-department' })
    const positionId = row.position === '' ? null : (known.positions.get(fold(row.position)) ?? null)
    if (row.position !== '' && positionId === null) issues.push({ path: 'position', code: 'unknown-position' })
    // A supervisor may stand further down in the same file; it is set when everybody is there.
    const supervisorId = row.supervisor === '' ? null : (known.people.get(fold(row.supervisor)) ?? null)
    if (row.supervisor !== '' && supervisorId === null && !rows.some((other) => other !== row && isMeant(other, row.supervisor)))
      issues.push({ path: 'supervisor', code: 'unknown-person' })
    if (known.logins.has(row.login.toLowerCase()) || (logins.get(row.login.toLowerCase())?.length ?? 0) > 1) issues.push({ path: 'login', code: 'taken' })
    if (row.email !== '' && (known.emails.has(row.email.toLowerCase()) || (emails.get(row.email.toLowerCase())?.length ?? 0) > 1)) issues.push({ path: 'email', code: 'taken' })
    const { department: _department, position: _position, supervisor: _supervisor, ...rest } = row
    try {
      return { issues, values: personSchema.parse({ ...rest, departmentId, positionId, supervisorId }) }
    } catch (error) {
      if (!(error instanceof ZodError)) throw error
      return { issues: [...issues, ...issuesOfZod(error)], values: null }
    }
  })
  return { issues: checked.map((one) => one.issues), values: checked.map((one) => one.values) }
}

/** Everybody of the import, or nobody: with any issue nothing is written and every issue is told. */
export async function importPeople(ctx: Writing, rows: readonly ImportRow[]): Promise<ImportAnswer> {
  const { issues, values } = await checkImport(ctx, rows)
  if (issues.some((one) => one.length > 0)) {
    await ctx.journal({ note: `import refused: ${issues.filter((one) => one.length > 0).length} of ${rows.length}` })
    return { rows, issues, ignored: [], createdCount: 0 }
  }
  const made = new Map<ImportRow, number>()
  // Whoever is supervised by somebody of the file comes after them; a circle within it leaves rows that wait for each other.
  for (let waiting = [...rows]; waiting.length > 0; ) {
    const ready = waiting.filter((row) => !waiting.some((other) => other !== row && isMeant(other, row.supervisor)))
    if (ready.length === 0)
      throw new Failure('invalid', {
        issues: waiting.map((row) => ({ path: `${rows.indexOf(row)}.supervisor`, code: 'circle', params: { way: waiting.map((one) => one.name).join(' → ') } })),
      })
    for (const row of ready) made.set(row, await createOne(ctx, { rows, row, values: values[rows.indexOf(row)] ?? null, made }))
    waiting = waiting.filter((row) => !made.has(row))
  }
  await ctx.journal({ note: `import: ${rows.length}` })
  return { rows: [], issues: [], ignored: [], createdCount: rows.length }
}

async function createOne(
  ctx: Writing,
  { rows, row, values, made }: { rows: readonly ImportRow[]; row: ImportRow; values: PersonValues | null; made: ReadonlyMap<ImportRow, number> },
): Promise<number> {
  if (!values) throw new Error('a row without issues has values')
  const above = [...made].find(([other]) => isMeant(other, row.supervisor))
  try {
    // No password: it is set by the letter of "forgot password", or by an admin.
    return await createPerson(ctx, { ...values, supervisorId: values.supervisorId ?? above?.[1] ?? null })
  } catch (error) {
    const issues = error instanceof Failure ? issuesOf(error satisfies FailureData) : []
    throw issues.length > 0 ? new Failure('invalid', { issues: issues.map((issue) => ({ ...issue, path: `${rows.indexOf(row)}.${issue.path}` })) }) : error
  }
}

const isMeant = (row: ImportRow, supervisor: string) => supervisor !== '' && (fold(row.login) === fold(supervisor) || fold(row.name) === fold(supervisor))

async function knownOf(system: System) {
  const [people, departments, positions] = await Promise.all([
    system.database.read.query('select id, login, name, email from platform_user'),
    system.database.read.query('select id, name from directory_department'),
    system.database.read.query('select id, name from directory_position'),
  ])
  return {
    logins: new Set(people.map(([, login]) => String(login).toLowerCase())),
    emails: new Set(people.flatMap(([, , , email]) => (email === null ? [] : [String(email).toLowerCase()]))),
    people: new Map(people.flatMap(([id, login, name]) => [[fold(String(login)), Number(id)] as const, [fold(String(name)), Number(id)] as const])),
    departments: new Map(departments.map(([id, name]) => [fold(String(name)), Number(id)] as const)),
    positions: new Map(positions.map(([id, name]) => [fold(String(name)), Number(id)] as const)),
  }
}
