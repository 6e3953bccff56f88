import { type Labelled, type Lookup, visibleWhere } from '@crm/platform/server'
import { fold } from '@crm/register'
import { party } from '../party.ts'
import { rights } from '../rights.ts'

const labelled = (rows: readonly (readonly unknown[])[]): Labelled[] => rows.map((row) => ({ id: Number(row[0]), label: String(row[1]) }))

/** People whose account is active; the label is their name. */
export const personLookup: Lookup = {
  async search(system, { text, limit }) {
    const rows = await system.database.read.query('select id, name from platform_user where is_active = 1 and (name like ? or login like ?) order by name limit ?', [
      `%${escaped(text)}%`,
      `${escaped(text)}%`,
      limit,
    ])
    return labelled(rows)
  },
  async find(system, { texts }) {
    const rows = await system.database.read.query('select id, name, login, email from platform_user where is_active = 1 and (name in (?) or login in (?) or email in (?))', [
      texts,
      texts,
      texts,
    ])
    return meantBy(texts, rows)
  },
  async labels(system, ids) {
    return labelsFrom(ids.length === 0 ? [] : await system.database.read.query('select id, name from platform_user where id in (?)', [ids]))
  },
}

/** Parties by any part of name, NIP or town, without marks mattering. */
export const partyLookup: Lookup = {
  async search(system, { text, limit, user }) {
    const seen = visibleWhere(user, { kind: party.id, right: rights.party.view.id, now: system.now() })
    if (seen === 'none') return []
    const words = fold(text)
      .split(' ')
      .filter(Boolean)
      .map((word) => Buffer.from(word))
    const rows = await system.database.read.query(
      `select t.id, t.name from directory_party t join directory_party_search s on s.id = t.id where t.shelf = 'current' ${words.map(() => 'and instr(s.body, ?)').join(' ')} ${seen === 'all' ? '' : `and ${seen.text}`} order by t.name limit ?`,
      [...words, ...(seen === 'all' ? [] : seen.values), limit],
    )
    return labelled(rows)
  },
  async find(system, { texts, user }) {
    const seen = visibleWhere(user, { kind: party.id, right: rights.party.view.id, now: system.now() })
    if (seen === 'none') return new Map()
    const digits = texts.map(digitsOf)
    const rows = await system.database.read.query(
      `select t.id, t.name, t.nip, t.regon from directory_party t where t.shelf = 'current' and (t.name in (?) or t.nip in (?) or t.regon in (?)) ${seen === 'all' ? '' : `and ${seen.text}`}`,
      [texts, digits, digits, ...(seen === 'all' ? [] : seen.values)],
    )
    return meantBy(texts, rows)
  },
  async labels(system, ids) {
    return labelsFrom(ids.length === 0 ? [] : await system.database.read.query('select id, name from directory_party where id in (?)', [ids]))
  },
}

export const departmentLookup: Lookup = {
  mine: 'select department_id from directory_person where user_id = ?',
  async search(system, { text, limit }) {
    return labelled(await system.database.read.query('select id, name from directory_department where name like ? order by name limit ?', [`%${escaped(text)}%`, limit]))
  },
  async find(system, { texts }) {
    return meantBy(texts, await system.database.read.query('select id, name from directory_department where name in (?)', [texts]))
  },
  async labels(system, ids) {
    return labelsFrom(ids.length === 0 ? [] : await system.database.read.query('select id, name from directory_department where id in (?)', [ids]))
  },
}

const labelsFrom = (rows: readonly (readonly unknown[])[]) => new Map(labelled(rows).map(({ id, label }) => [id, label]))
const escaped = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
/** A tax number as people write it, `PL 525-000-12-34`, without its signs. */
const digitsOf = (text: string) => text.replace(/^PL/i, '').replace(/[\s.-]/g, '')

/** Which of the found are meant by each text: by any of the things that they are called. */
function meantBy(texts: readonly string[], rows: readonly (readonly unknown[])[]): Map<string, Labelled[]> {
  const byName = new Map<string, Labelled[]>()
  for (const [id, ...names] of rows) {
    const one = { id: Number(id), label: String(names[0]) }
    for (const name of new Set(names.flatMap((name) => (name === null ? [] : fold(String(name)))))) byName.set(name, [...(byName.get(name) ?? []), one])
  }
  return new Map(texts.map((text) => [text, byName.get(fold(text)) ?? byName.get(digitsOf(text)) ?? []]))
}
