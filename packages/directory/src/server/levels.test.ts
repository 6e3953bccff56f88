import { asSampleUser, giveLevel, groupHolder, platformServer, restamp, userHolder } from '@crm/platform/server'
import { platformRights } from '@crm/platform'
import { type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import directoryServer from './index.ts'

let house: House
let clerk = 0

const change = (work: Parameters<typeof asSampleUser>[2], login = 'chief') =>
  asSampleUser(house.system, { login, right: platformRights.rights.edit }, async (ctx) => {
    await work(ctx)
    await ctx.journal({ note: 'people' })
  })
/** What a level of the app opens, as the table sorts it. */
const rightsOf = (level: 'read' | 'work') => [...new Set(directoryServer.app.levels[level])].sort()
const held = async (id: number) => Object.fromEntries(await house.rows("select right_id, origin from platform_user_right where user_id = ? and right_id like 'directory.%'", [id]))

beforeAll(async () => {
  house = await openHouse([platformServer, directoryServer])
  await house.hire('chief', 'all')
  clerk = await house.hire('clerk', ['platform.events.view'])
  await house.rows("insert into directory_department (id, name, parent_id) values (1, 'Handel', null), (2, 'Handel: eksport', 1)")
  await house.rows("insert into directory_position (id, name) values (1, 'Handlowiec')")
  await house.rows('insert into directory_person (user_id, department_id, position_id) values (?, 2, 1)', [clerk])
  await change((ctx) => restamp(ctx, [clerk]))
})
afterAll(() => house.close())

it('makes groups of the department, of those above it, and of the position', async () => {
  expect(
    await house.rows('select g.kind, g.name from platform_group g join platform_group_member m on m.group_id = g.id where m.user_id = ? order by g.kind, g.name', [clerk]),
  ).toEqual([
    ['department', 'Handel'],
    ['department', 'Handel: eksport'],
    ['position', 'Handlowiec'],
  ])
})

it('gives what the department above was given, at the next call, and says where it is from', async () => {
  const browser = await house.signIn('clerk')
  expect((await browser.query('directory.party.count', {})).status).toBe(403)
  const [[group]] = (await house.rows("select id from platform_group where name = 'Handel'")) as [[number]]
  await change(async (ctx) => {
    await giveLevel(ctx, { holder: groupHolder(group), app: 'directory', level: 'read' })
    await restamp(ctx, [clerk])
  })
  expect(await held(clerk)).toEqual(Object.fromEntries(rightsOf('read').map((right) => [right, `group:${group}:level:read`])))
  expect((await browser.query('directory.party.count', {})).status).toBe(200)
})

it('journals each change for the person whose rights they are', async () => {
  const [entry] = await house.rows('select affected_user_id, document, changes from platform_journal where document = ? and changes is not null order by id desc limit 1', [
    `platform.user:${clerk}`,
  ])
  expect(entry?.slice(0, 2)).toEqual([clerk, `platform.user:${clerk}`])
  expect(JSON.stringify(entry?.[2])).toContain('directory.party.view')
})

it('takes the rights of a department away from somebody who leaves it', async () => {
  await house.rows('update directory_person set department_id = null where user_id = ?', [clerk])
  await change((ctx) => restamp(ctx, [clerk]))
  expect(await held(clerk)).toEqual({})
})

it('keeps a minus of the person through every new level', async () => {
  await house.rows("insert into platform_right_line (holder, right_id, effect, given_at, request_id) values (?, 'directory.party.edit', '-', utc_timestamp(), '')", [
    userHolder(clerk),
  ])
  await change(async (ctx) => {
    await giveLevel(ctx, { holder: userHolder(clerk), app: 'directory', level: 'work' })
    await restamp(ctx, [clerk])
  })
  expect(Object.keys(await held(clerk))).toEqual(rightsOf('work').filter((right) => right !== 'directory.party.edit'))
})

it('remembers who held what when', async () => {
  const rows = await house.rows("select origin, until_at is null from platform_right_interval where user_id = ? and right_id = 'directory.party.view' order by id", [clerk])
  expect(rows).toEqual([
    [expect.stringMatching(/^group:/), 0],
    ['level:work', 1],
  ])
})

it('does not let the last account that may change rights be switched off', async () => {
  await expect(
    change(async (ctx) => {
      await house.system.database.sequelize.query("update platform_user set is_active = 0 where login = 'chief'")
      const [[chief]] = (await house.rows("select id from platform_user where login = 'chief'")) as [[number]]
      await restamp(ctx, [chief])
    }),
  ).rejects.toMatchObject({ code: 'last-holder' })
  expect(await house.rows("select is_active from platform_user where login = 'chief'")).toEqual([[1]])
})
