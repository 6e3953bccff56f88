import { defineApp, defineRights, right } from '@crm/platform'
import { type AccessSubject, accessForAll, accessProcedures, allowedOn, defineServer, demandOn, eyesOf, type Reading, router, statement, tableOptions } from '@crm/platform/server'
import { z } from 'zod'

/** An app of the tests: folders in folders, and files in them. No app of the product has folders yet; access must be ready for them. */
const folderRights = defineRights('shelf', { folders: { view: right(), edit: right(), access: right() } })

interface Node {
  readonly id: number
  readonly parentId: number | null
  readonly accessId: number | null
  readonly ownTable: boolean
}

const table = 'shelf_folder'

/** From a node up to the root, nearest first. */
async function upwards(ctx: Pick<Reading, 'system'>, id: number): Promise<Node[]> {
  const rows = await ctx.system.database.read.query(
    `with recursive up as (select id, parent_id, access_id, 0 as step from ${table} where id = ? union all select f.id, f.parent_id, f.access_id, up.step + 1 from ${table} f join up on f.id = up.parent_id)
     select up.id, up.parent_id, up.access_id, t.id is not null from up left join platform_access_table t on t.kind = 'shelf.folders' and t.record_id = up.id order by step`,
    [id],
  )
  return rows.map(([node, parent, access, own]) => ({
    id: Number(node),
    parentId: parent === null ? null : Number(parent),
    accessId: access === null ? null : Number(access),
    ownTable: Number(own) === 1,
  }))
}

/** A node as access asks for it. What is above the first table of its own is cut off. */
async function governed(ctx: Pick<Reading, 'system'>, id: number) {
  const [own, ...above] = await upwards(ctx, id)
  if (!own) return null
  const cut = above.findIndex((node) => node.ownTable)
  const inherits = own.ownTable ? [] : (cut < 0 ? above : above.slice(0, cut + 1)).map((node) => ({ kind: 'shelf.folders', id: node.id }))
  return { kind: 'shelf.folders', id, code: null, accessId: own.accessId, view: folderRights.folders.view.id, inherits }
}

const folderSubject: AccessSubject = {
  kind: 'shelf.folders',
  view: folderRights.folders.view.id,
  path: '/shelf',
  rights: Object.values(folderRights.folders).map((one) => one.id),
  manage: folderRights.folders.access.id,
  previewRights: [folderRights.folders.view.id],
  async accessIds(system, ids) {
    const rows = await system.database.read.query(`select id, access_id from ${table} where id in (?)`, [ids])
    return new Map(rows.map(([id, accessId]) => [Number(id), accessId === null ? null : Number(accessId)]))
  },
  codes: async (_system, ids) => new Map(ids.map((id) => [id, null])),
  // Whatever below carries the same table as before inherits it; what broke away carries another and stops it.
  async govern({ id, from, to }) {
    await statement(
      `update ${table} set access_id = ? where id in (select id from (with recursive down as (select id from ${table} where id = ?
       union all select f.id from ${table} f join down on f.parent_id = down.id where f.access_id <=> ?) select id from down) tree)`,
      [to, id, from],
    )
  },
  async inherited(id) {
    const [row] = await statement<{ access_id: number | null }[]>(`select p.access_id from ${table} f join ${table} p on p.id = f.parent_id where f.id = ?`, [id])
    return row?.access_id ?? null
  },
}

const of = z.strictObject({ id: z.number().int() })
const find = async (ctx: Reading, id: number) => demandOn(ctx, await governed(ctx, id), { kind: 'shelf.folders', id })

export const foldersServer = defineServer({
  app: defineApp({
    id: 'shelf',
    rights: folderRights,
    levels: { read: [], work: [], approve: [], manage: [] },
    messages: { pl: {}, en: {} },
    notices: [],
  }),
  router: router({
    look: allowedOn(folderRights.folders.view)
      .input(of)
      .query(async ({ ctx, input }) => (await find(ctx, input.id)).id),
    edit: allowedOn(folderRights.folders.edit)
      .input(of)
      .mutation(async ({ ctx, input }) => {
        await find(ctx, input.id)
        await ctx.journal({ document: `shelf.folders:${input.id}` })
        return null
      }),
    /** What may be seen of the whole shelf, with one question for all tables. */
    list: allowedOn(folderRights.folders.view)
      .input(z.strictObject({}))
      .query(async ({ ctx }) => {
        const all = await ctx.system.database.read.query(`select id from ${table} order by id`)
        const nodes = (await Promise.all(all.map(([id]) => governed(ctx, Number(id))))).filter((node) => node !== null)
        const { can } = await import('@crm/platform')
        const sights = await Promise.all(eyesOf(ctx.user).map(async (one) => ({ one, access: await accessForAll(ctx.system, one, nodes) })))
        return nodes
          .filter((_node, at) => sights.every(({ one, access }) => can(one, { right: ctx.right.id, document: access[at] ?? null, now: ctx.now.toISOString() }).allowed))
          .map((node) => node.id)
      }),
    access: router(accessProcedures(folderSubject, { right: folderRights.folders.access, find: async (ctx, id) => find(ctx, id) })),
  }),
  migrations: [
    {
      name: '0001-folder',
      statements: [`create table ${table} (id int unsigned primary key, parent_id int unsigned null, access_id int unsigned null, key parent (parent_id)) ${tableOptions}`],
    },
  ],
  documents: [folderSubject],
  help: new URL('./', import.meta.url),
})
