import { statement, type System, tableOptions, type Writing } from '@crm/platform/server'

/** Where parties went that were merged into others, with all that they were; and which look alike and are not. */
export const mergeTables = [
  `create table if not exists directory_party_merge (
    from_id int unsigned primary key,
    into_id int unsigned not null,
    \`row\` json not null,
    merged_by int unsigned not null,
    merged_at datetime(3) not null,
    key into_id (into_id),
    constraint party_merged_by foreign key (merged_by) references platform_user (id)
  ) ${tableOptions}`,
  `create table if not exists directory_party_apart (
    low_id int unsigned not null,
    high_id int unsigned not null,
    primary key (low_id, high_id), key high_id (high_id)
  ) ${tableOptions}`,
]

/** In the running transaction: who was merged into the one that is merged now goes further with it. */
export async function keepMerge(ctx: Pick<Writing, 'user' | 'now'>, { from, into, row }: { from: number; into: number; row: object }): Promise<void> {
  await statement('update directory_party_merge set into_id = ? where into_id = ?', [into, from])
  await statement('insert into directory_party_merge (from_id, into_id, `row`, merged_by, merged_at) values (?,?,?,?,?)', [from, into, JSON.stringify(row), ctx.user.id, ctx.now])
  await statement('delete from directory_party_apart where low_id = ? or high_id = ?', [from, from])
}

/** Where a party went that is not there any more; `null` for one that was not merged. */
export async function mergedInto(system: System, id: number): Promise<number | null> {
  const [row] = await system.database.read.query('select into_id from directory_party_merge where from_id = ?', [id])
  return row ? Number(row[0]) : null
}

/** Pairs that somebody has looked at: `3:17`, the smaller id first. */
export async function apartPairs(system: System): Promise<ReadonlySet<string>> {
  const rows = await system.database.read.query('select low_id, high_id from directory_party_apart')
  return new Set(rows.map(([low, high]) => `${Number(low)}:${Number(high)}`))
}

export const keepApart = ([low, high]: readonly [number, number]): Promise<unknown> =>
  statement('insert ignore into directory_party_apart (low_id, high_id) values (?,?)', [low, high])
