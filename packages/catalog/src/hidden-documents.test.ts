import { rightsOf } from '@crm/platform'
import { type ProcedureLine, proceduresOf, routesOf } from '@crm/platform/server'
import { type Browser, type House, insertBare, openHouse, tableOf } from '@crm/testing/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answersAsAbsent, nowhere, routesSayAbsent } from './server/absent.ts'
import { servers } from './server.ts'

const annex = { number: '1', signedOn: '2026-01-01', startsOn: '2026-01-01', endsOn: null, changes: {} }
const invoice = { number: '1', seller: 'x', ksefNumber: null, issuedOn: '2026-01-01', dueOn: '2026-01-01', paidOn: null, net: '1.00', vat: '0.00', gross: '1.00', currency: 'PLN' }
const reminder = {
  about: 'x',
  target: { kind: 'calendar', startsOn: '2030-01-01', every: { unit: 'once' }, endsOn: null, count: null },
  leads: [0],
  leadUnit: 'days',
  offDays: 'keep',
  time: '09:00',
  recipients: ['u1'],
  escalateFrom: null,
}

/** Inputs that reach a document by its id; a new procedure of a register that takes others must be added here, or its test fails. */
const inputs: Readonly<Record<string, (id: number) => object>> = {
  get: (id) => ({ id }),
  here: (id) => ({ id, tab: '5f3c1c9e-6a0e-4a51-9d3c-0d6b7b3c1a11', as: 'viewing' }),
  about: (id) => ({ id, language: 'pl' }),
  history: (id) => ({ id }),
  authors: (id) => ({ id }),
  asOf: (id) => ({ id, day: '2026-01-01' }),
  update: (id) => ({ id, version: 1, values: {} }),
  archive: (id) => ({ id, version: 1 }),
  restore: (id) => ({ id, version: 1 }),
  remove: (id) => ({ id, version: 1 }),
  dependents: (id) => ({ id }),
  destroy: (id) => ({ id, version: 1, reason: 'x' }),
  'print.record': (id) => ({ id }),
  'comments.list': (id) => ({ documentId: id }),
  'comments.add': (id) => ({ documentId: id, body: 'x' }),
  'comments.edit': (id) => ({ documentId: id, id: 1, body: 'x' }),
  'comments.remove': (id) => ({ documentId: id, id: 1 }),
  'comments.moderate': (id) => ({ documentId: id, id: 1 }),
  'comments.people': (id) => ({ documentId: id, text: '' }),
  'access.get': (id) => ({ id }),
  'access.holders': (id) => ({ id, text: '' }),
  'access.save': (id) => ({ id, lines: null }),
  'access.break': (id) => ({ id }),
  'access.grant': (id) => ({ id, holder: 'u1', rights: ['x'], fromAt: '2026-11-24T09:00:00Z', untilAt: null, isPreviewOnly: false, reason: 'x' }),
  'access.end': (id) => ({ id, grantId: 1 }),
  'reminders.list': (id) => ({ documentId: id }),
  'reminders.holders': (id) => ({ documentId: id, text: '' }),
  'reminders.add': (id) => ({ documentId: id, plan: reminder }),
  'reminders.edit': (id) => ({ documentId: id, id: 1, version: 1, plan: reminder }),
  'reminders.remove': (id) => ({ documentId: id, id: 1, version: 1 }),
  'reminders.done': (id) => ({ documentId: id, occurrenceId: 1 }),
  'reminders.snooze': (id) => ({ documentId: id, occurrenceId: 1, until: '2030-01-01' }),
  'annexes.list': (id) => ({ documentId: id }),
  'annexes.add': (id) => ({ documentId: id, ...annex }),
  'annexes.edit': (id) => ({ documentId: id, id: 1, version: 1, ...annex }),
  'annexes.remove': (id) => ({ documentId: id, id: 1, version: 1 }),
  'invoices.list': (id) => ({ documentId: id }),
  'invoices.add': (id) => ({ documentId: id, ...invoice }),
  'invoices.edit': (id) => ({ documentId: id, id: 1, version: 1, ...invoice }),
  'invoices.remove': (id) => ({ documentId: id, id: 1, version: 1 }),
  'files.list': (id) => ({ documentId: id }),
  // A file is found by its own id; what it hangs on decides.
  'files.versions': (id) => ({ id }),
  'files.describe': (id) => ({ id, description: null }),
  'files.remove': (id) => ({ id }),
  'files.access.get': (id) => ({ id }),
  'files.access.holders': (id) => ({ id, text: '' }),
  'files.access.save': (id) => ({ id, lines: null }),
  'files.access.break': (id) => ({ id }),
  'files.access.grant': (id) => ({ id, holder: 'u1', rights: ['x'], fromAt: '2026-11-24T09:00:00Z', untilAt: null, isPreviewOnly: false, reason: 'x' }),
  'files.access.end': (id) => ({ id, grantId: 1 }),
  'labels.print': (id) => ({ ids: [id] }),
  'labels.void': (id) => ({ documentId: id }),
  'paper.get': (id) => ({ documentId: id }),
  'paper.move': (id) => ({ ids: [id], placeId: 1 }),
  'paper.lend': (id) => ({ ids: [id], holderId: 1, outsider: null, dueOn: null, note: null }),
  'paper.giveBack': (id) => ({ ids: [id] }),
}
/** About no single document. */
const aside = [
  'files.search',
  'files.kinds',
  'list',
  'count',
  'create',
  'lookup',
  'totals',
  'bulk.ids',
  'bulk.archive',
  'bulk.restore',
  'bulk.remove',
  'bulk.edit',
  'bulk.tag',
  'alike',
  'exports.mine',
  'exports.order',
  'import.mine',
  'import.arrived',
  'import.get',
  'import.rows',
  'import.map',
  'import.mend',
  'import.leave',
  'import.begin',
  'import.resume',
  'import.undo',
  // What the register's free columns mean; no document is in it.
  'added',
  'print.list',
  // Numbers of what is gone.
  'voided',
  'views.list',
  'views.save',
  'views.share',
  'views.remove',
  'views.groups',
  'paper.places',
  'paper.people',
]

const kinds = servers.flatMap((server) => server.documents ?? [])
const ofKind = (kind: string) => proceduresOf(servers).filter(({ path }) => path.startsWith(`${kind}.`))
const nameIn = (kind: string, { path }: ProcedureLine) => path.slice(kind.length + 1)

let house: House
let outsider: Browser

beforeAll(async () => {
  house = await openHouse(servers)
  await house.hire('maker', 'all')
  await house.hire('outsider', 'all')
  for (const [at, { kind }] of kinds.entries()) {
    const table = await tableOf(house, kind)
    await insertBare(house, table)
    const tableId = at + 1
    await house.rows('insert into platform_access_table (id, kind, record_id, made_at) values (?,?,1,utc_timestamp())', [tableId, kind])
    await house.rows(`update ${table} set access_id = ? where id = 1`, [tableId])
    await house.rows("insert into storage_file (id, document, name, live_name, version, created_at) values (?,?,'a.pdf','a.pdf',1,utc_timestamp())", [at + 1, `${kind}:1`])
    await house.rows("insert ignore into storage_blob (sha256, size, type, created_at) values (repeat('a', 64), 1, 'application/pdf', utc_timestamp())")
    await house.rows("insert into storage_version (file_id, version, sha256, upload_id, user_id, at) values (?, 1, repeat('a', 64), ?, 1, utc_timestamp())", [
      at + 1,
      `upload-${at}`,
    ])
  }
  outsider = await house.signIn('outsider')
})
afterAll(() => house.close())

describe.each(kinds.map((one) => [one.kind, one] as const))('a restricted document of %s', (kind, one) => {
  const procedures = ofKind(kind).filter((line) => !aside.includes(nameIn(kind, line)))

  it.each(procedures.map((line) => [nameIn(kind, line), line] as const))('%s answers as if it were not there, changes nothing, and journals it', async (name, line) => {
    const input = inputs[name]
    expect(input, `${line.path} is new: say in this file how it reaches a document, or that it does not`).toBeTypeOf('function')
    if (!input) return
    const id = name.startsWith('files.') && name !== 'files.list' ? kinds.indexOf(one) + 1 : 1
    await answersAsAbsent({ house, outsider, line, input, id, document: `${kind}:1` })
  })

  it.each(['archive', 'restore', 'remove', 'edit'])('is missing in a %s of many, and stays as it is', async (act) => {
    const before = await house.rows(`select version, shelf from ${await tableOf(house, kind)}`)
    const batch = '0b0e7a52-6b7b-4f0f-9f6e-3d1f3b6d1a11'
    const { data } = await outsider.mutate(`${kind}.bulk.${act}`, { ids: [1, nowhere], batch, ...(act === 'edit' ? { values: {} } : {}) })
    const failure = { code: 'missing', params: {} }
    expect(data).toEqual({
      done: [],
      refused: [
        { id: 1, code: null, failure },
        { id: nowhere, code: null, failure },
      ],
    })
    expect((await outsider.query(`${kind}.bulk.ids`, {})).data).toEqual({ ids: [], isCapped: false })
    expect(await house.rows(`select version, shelf from ${await tableOf(house, kind)}`)).toEqual(before)
  })

  it('is in no export', async () => {
    const question = JSON.stringify({ columns: [] })
    const { payload, statusCode } = await house.http.inject({ url: `/files/${kind}/export`, query: { format: 'csv', question }, headers: { cookie: outsider.cookie() } })
    expect([statusCode, payload.trim().split('\n').length]).toEqual([200, 1])
  })

  it('is in no list and no count', async () => {
    const found = await outsider.query(`${kind}.list`, { columns: [] })
    expect(found.data).toMatchObject({ rows: [] })
    expect((await outsider.query(`${kind}.count`, {})).data).toMatchObject({ count: 0 })
  })
})

it('gives no file of a restricted document by any route', async () => {
  const routes = routesOf(house.http).filter((route) => route.method === 'GET' && route.path.includes(':id') && kinds.some(({ kind }) => route.path.startsWith(`/files/${kind}/`)))
  expect(routes.length).toBeGreaterThan(0)
  const fileIn = (path: string) => kinds.findIndex(({ kind }) => kind === path.split('/')[2]) + 1
  await routesSayAbsent({ house, outsider, asked: routes.map(({ path }) => ({ path, id: fileIn(path) })) })
})

it('knows every right that a document has', () => {
  const known = new Set(servers.flatMap(({ app }) => rightsOf(app.rights)).map((right) => right.id))
  for (const { kind, view } of kinds) expect([kind, known.has(view)]).toEqual([kind, true])
})
