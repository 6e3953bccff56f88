import { ascii, type Attached, type Migration, statement, tableOptions, type Writing } from '@crm/platform/server'

export const commentTable: Migration = {
  name: '0011-comments',
  statements: [
    `create table if not exists register_comment (
      id int unsigned primary key auto_increment,
      document varchar(120) ${ascii} not null,
      author_id int unsigned not null,
      body text not null,
      at datetime(3) not null,
      edited_at datetime(3) null,
      key document (document, id),
      constraint comment_author foreign key (author_id) references platform_user (id)
    ) ${tableOptions}`,
  ],
}

/** The caller journals it. @returns its id */
export async function insertComment({ now }: Pick<Writing, 'now'>, { document, body, authorId }: { document: string; body: string; authorId: number }): Promise<number> {
  return (await statement('insert into register_comment (document, author_id, body, at) values (?,?,?,?)', [document, authorId, body, now])).insertId
}

/** Comments go with their record. */
export const attachedComments: Attached = {
  what: 'comments',
  async count(system, document) {
    const [row] = await system.database.read.query('select count(*) from register_comment where document = ?', [document])
    return Number(row?.[0])
  },
  async forget(document) {
    await statement('delete from register_comment where document = ?', [document])
  },
}
