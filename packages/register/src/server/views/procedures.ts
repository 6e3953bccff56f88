import { Failure, invalid, levelNames } from '@crm/platform'
import { allowed, allowedOn, type Mutation, type Query, type Reading, statement } from '@crm/platform/server'
import { z } from 'zod'
import type { AnyRegister, RegisterRights, SavedView, SaveViewInput, ShareViewInput, ViewState } from '../../index.ts'
import { idSchema, questionSchema } from '../list/question.ts'
import { insertView } from './insert-view.ts'
import { firstViewsOf, levels, levelsOf, setFirstFor } from './first.ts'

export type ViewProcedures = {
  list: Query<object | undefined, SavedView[]>
  save: Mutation<SaveViewInput, { id: number }>
  share: Mutation<ShareViewInput, null>
  remove: Mutation<{ id: number }, null>
  groups: Query<object | undefined, { id: number; name: string }[]>
}

const most = 100
const nothing = z.object({}).optional()

/** Views of a register's list that people keep: their own, and those that somebody shares with them. */
export function viewProcedures(register: AnyRegister, rights: RegisterRights): ViewProcedures {
  const at = (id: number) => ({ document: `register.view:${id}` })
  return {
    list: allowedOn(rights.view)
      .input(nothing)
      .query(({ ctx }) => viewsFor(ctx, register)),
    save: allowed(rights.saveView)
      .input<SaveViewInput>(z.strictObject({ id: z.number().int().positive().nullable(), name: z.string().trim().min(1, 'required').max(80), state: questionSchema }) as never) // its type is wider in operators than the wire's
      .mutation(async ({ ctx, input }) => {
        refuseStrangers(register, input.state)
        const values = { name: input.name, state: JSON.stringify(input.state), updated_at: ctx.now }
        if (input.id !== null) {
          const before = await lockView(register, input.id)
          if (before.owner_id !== ctx.user.id) throw new Failure('missing')
          await statement('update register_view set ? where id = ?', [values, input.id])
          await ctx.journal({ ...at(input.id), changes: { name: [before.name, input.name], state: [before.state, values.state] } })
          return { id: input.id }
        }
        const [kept] = await statement<{ count: number }[]>('select count(*) as count from register_view where register = ? and owner_id = ?', [register.id, ctx.user.id])
        if ((kept?.count ?? 0) >= most) throw new Failure('too-large', { limit: most })
        const insertId = await insertView(ctx, register, { ...input, audience: 'own' })
        await ctx.journal({ ...at(insertId), changes: { name: [null, input.name], state: [null, values.state] } })
        return { id: insertId }
      }),
    share: allowed(rights.shareView)
      .input<ShareViewInput>(
        z.strictObject({
          id: z.number().int().positive(),
          audience: z.enum(['own', 'group', 'all']),
          groupId: z.number().int().positive().nullable(),
          firstFor: z.array(z.enum(levelNames)).max(levelNames.length),
        }),
      )
      .mutation(async ({ ctx, input }) => {
        const before = await lockView(register, input.id)
        // Whoever may share may also take back what somebody shared who is gone; a private view is nobody else's.
        if (before.owner_id !== ctx.user.id && before.audience === 'own') throw new Failure('missing')
        const groupId = input.audience === 'group' ? input.groupId : null
        if (input.audience === 'group') await demandGroup(groupId)
        await statement('update register_view set audience = ?, group_id = ?, updated_at = ? where id = ?', [input.audience, groupId, ctx.now, input.id])
        await ctx.journal({
          ...at(input.id),
          changes: { audience: [before.audience, input.audience], group: [before.group_id, groupId] },
          ...(groupId ? { affectedGroupId: groupId } : {}),
        })
        await setFirstFor(ctx, register, { viewId: input.id, wanted: input.audience === 'all' ? input.firstFor : [] })
        return null
      }),
    remove: allowed(rights.saveView)
      .input(idSchema)
      .mutation(async ({ ctx, input }) => {
        const before = await lockView(register, input.id)
        if (before.owner_id !== ctx.user.id) throw new Failure('missing')
        await setFirstFor(ctx, register, { viewId: input.id, wanted: [] })
        await statement('delete from register_view where id = ?', [input.id])
        await ctx.journal({ ...at(input.id), changes: { name: [before.name, null], state: [before.state, null] } })
        return null
      }),
    groups: allowed(rights.shareView)
      .input(nothing)
      .query(async ({ ctx }) =>
        (await ctx.system.database.read.query('select id, name from platform_group order by name limit 500')).map(([id, name]) => ({ id: Number(id), name: String(name) })),
      ),
  }
}

async function viewsFor(ctx: Reading, register: AnyRegister): Promise<SavedView[]> {
  const groups = ctx.user.holders.filter((holder) => holder.startsWith('g')).map((holder) => Number(holder.slice(1)))
  const rows = await ctx.system.database.read.query(
    `select v.id, v.name, u.name, v.owner_id, v.audience, v.group_id, v.state from register_view v join platform_user u on u.id = v.owner_id
     where v.register = ? and (v.owner_id = ? or v.audience = 'all' or (v.audience = 'group' and v.group_id in (?))) order by v.name, v.id limit 500`,
    [register.id, ctx.user.id, groups.length > 0 ? groups : [0]],
  )
  const [firstFor, held] = await Promise.all([firstViewsOf(ctx, register), levelsOf(ctx, register)])
  const highest = levels.find((level) => held.has(level) && [...firstFor.values()].some((of) => of.includes(level)))
  return rows.map(([id, name, owner, ownerId, audience, groupId, state]) => ({
    id: Number(id),
    name: String(name),
    owner: String(owner),
    isMine: Number(ownerId) === ctx.user.id,
    audience: audience as SavedView['audience'], // written only by this file
    groupId: groupId === null || groupId === undefined ? null : Number(groupId),
    firstFor: firstFor.get(Number(id)) ?? [],
    isFirst: highest !== undefined && (firstFor.get(Number(id))?.includes(highest) ?? false),
    state: JSON.parse(String(state)) as ViewState, // as above
  }))
}

/** A column that the register does not have would break the list of everybody who opens the view. */
function refuseStrangers(register: AnyRegister, { columns, sort = [] }: ViewState): void {
  const stranger = [...columns, ...(sort ?? []).map(({ field }) => field)].find((name) => !(name in register.fields))
  if (stranger) throw invalid({ path: `state.${stranger}`, code: 'unknown-field' })
}

interface Row {
  readonly owner_id: number
  readonly name: string
  readonly state: string
  readonly audience: string
  readonly group_id: number | null
}

async function lockView(register: AnyRegister, id: number): Promise<Row> {
  const [row] = await statement<Row[]>('select owner_id, name, state, audience, group_id from register_view where id = ? and register = ? for update', [id, register.id])
  if (!row) throw new Failure('missing')
  return row
}

async function demandGroup(id: number | null): Promise<void> {
  const [row] = id === null ? [] : await statement<object[]>('select id from platform_group where id = ?', [id])
  if (!row) throw invalid({ path: 'groupId', code: 'not-a-choice' })
}
