import { type ProcedureLine, proceduresOf, routesOf } from '@crm/platform/server'
import { type Browser, type House, insertBare, openHouse, tableOf } from '@crm/testing/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answersAsAbsent, routesSayAbsent } from './server/absent.ts'
import { servers } from './server.ts'

/** Inputs that reach a file by its id; a new procedure of files that takes others must be added here, or its test fails. */
const inputs: Readonly<Record<string, (id: number) => object>> = {
  'files.versions': (id) => ({ id }),
  'files.describe': (id) => ({ id, description: null }),
  'files.remove': (id) => ({ id }),
  'files.access.get': (id) => ({ id }),
  'files.access.holders': (id) => ({ id, text: '' }),
  'files.access.save': (id) => ({ id, lines: null }),
  'files.access.break': (id) => ({ id }),
  'files.access.grant': (id) => ({ id, holder: 'u1', rights: ['x'], fromAt: '2026-11-24T09:00:00Z', untilAt: null, isPreviewOnly: false, reason: 'x' }),
  'files.access.end': (id) => ({ id, grantId: 1 }),
}
const hidden = (at: number) => 10 * at + 1
const shown = (at: number) => 10 * at + 2

const kinds = [...new Set(proceduresOf(servers).flatMap(({ path }) => (path.endsWith('.files.list') ? [path.slice(0, -'.files.list'.length)] : [])))]
const nameIn = (kind: string, { path }: ProcedureLine) => path.slice(kind.length + 1)

let house: House
let outsider: Browser

beforeAll(async () => {
  house = await openHouse(servers)
  await house.hire('maker', 'all')
  await house.hire('outsider', 'all')
  await house.rows("insert into storage_blob (sha256, size, type, created_at) values (repeat('a', 64), 1, 'application/pdf', utc_timestamp())")
  await house.rows("insert into storage_text (sha256, state, body, folded, read_at) values (repeat('a', 64), 'ready', 'Paragraf pierwszy', 'paragraf pierwszy', utc_timestamp())")
  for (const [at, kind] of kinds.entries()) {
    await insertBare(house, await tableOf(house, kind))
    await house.rows('insert into platform_access_table (id, kind, record_id, made_at) values (?,?,?,utc_timestamp())', [at + 1, `${kind}.files`, hidden(at)])
    for (const [id, name, accessId] of [
      [hidden(at), 'secret.pdf', at + 1],
      [shown(at), 'open.pdf', null],
    ]) {
      await house.rows('insert into storage_file (id, document, name, live_name, version, created_at, access_id) values (?,?,?,?,1,utc_timestamp(),?)', [
        id,
        `${kind}:1`,
        name,
        name,
        accessId,
      ])
      await house.rows("insert into storage_version (file_id, version, sha256, upload_id, user_id, at) values (?, 1, repeat('a', 64), ?, 1, utc_timestamp())", [id, `upload-${id}`])
      await house.rows(
        `insert into platform_journal (at, action, ip, actor_id, rights, document, changes, outcome, is_change, request_id) values (utc_timestamp(), ?, '', 1, '', ?, ?, 'done', 1, '')`,
        [`${kind}.files.upload`, `${kind}:1`, JSON.stringify({ file: [null, `${name} (1)`] })],
      )
    }
  }
  outsider = await house.signIn('outsider')
})
afterAll(() => house.close())

describe.each(kinds.map((kind, at) => [kind, at] as const))('a restricted file of %s', (kind, at) => {
  const procedures = proceduresOf(servers).filter(
    ({ path }) => path.startsWith(`${kind}.files.`) && ![`${kind}.files.list`, `${kind}.files.search`, `${kind}.files.kinds`].includes(path),
  )

  it.each(procedures.map((line) => [nameIn(kind, line), line] as const))('%s answers as if it were not there, changes nothing, and journals it', async (name, line) => {
    const input = inputs[name]
    expect(input, `${line.path} is new: say in this file how it reaches a file`).toBeTypeOf('function')
    if (!input) return
    await answersAsAbsent({ house, outsider, line, input, id: hidden(at), document: `${kind}:1` })
  })

  it('is not in the list, the history or the count of what hangs on the document', async () => {
    const { data } = await outsider.query(`${kind}.files.list`, { documentId: 1 })
    expect((data as { name: string }[]).map(({ name }) => name)).toEqual(['open.pdf'])
    const history = JSON.stringify((await outsider.query(`${kind}.history`, { id: 1 })).data)
    expect(history).toContain('open.pdf')
    expect(history).not.toContain('secret.pdf')
    expect((await outsider.query(`${kind}.dependents`, { id: 1 })).data).toContainEqual({ what: 'files', count: 1, isBlocking: false })
  })

  it('is not found by what stands in it', async () => {
    const { data } = await outsider.query(`${kind}.files.search`, { text: 'paragraf' })
    expect((data as { name: string }[]).map(({ name }) => name)).toEqual(['open.pdf'])
  })

  it('is given by no route', async () => {
    const routes = routesOf(house.http).filter(({ method, path }) => method === 'GET' && /^\/files\/[^/]+\/:id\//.test(path) && path.startsWith(`/files/${kind}/`))
    expect(routes.length).toBeGreaterThan(1)
    await routesSayAbsent({ house, outsider, asked: routes.map(({ path }) => ({ path, id: hidden(at) })) })
  })
})
