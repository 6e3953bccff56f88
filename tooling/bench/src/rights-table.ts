import { fileURLToPath } from 'node:url'
import { giveLevel, hashPassword, stamp, transact, userHolder } from '@crm/platform/server'
import { rightsOf } from '@crm/platform'
import { servers } from '@crm/catalog/server'
import { chromium } from 'playwright-core'
import { median } from './race.ts'
import { manyRights } from './many-rights.ts'
import { openSmall } from './small-system.ts'

const people = 200
const passes = 5

/** The table of 200 people and 300 rights in a real browser: time to its first cells, frames while it scrolls both ways. */
export default async function rightsTableBench(): Promise<void> {
  const apps = [...servers, manyRights(300 - servers.flatMap(({ app }) => rightsOf(app.rights)).length)]
  const { system, password, address } = await openSmall('rights', { apps, shell: fileURLToPath(new URL('../../../apps/shell/dist', import.meta.url)) })
  const [known] = await system.database.read.query('select count(*) from platform_user')
  if (Number(known?.[0]) < people) {
    const now = system.now()
    const hash = await hashPassword(password)
    const rows = Array.from({ length: people }, (_, index) => [`user${index + 1}`, `Osoba ${String.fromCharCode(65 + (index % 26))} Nazwiskowa-${index + 1}`, hash, now])
    await system.database.read.query('insert ignore into platform_user (login, name, password_hash, created_at) values ?', [rows])
    const ids = (await system.database.read.query("select id from platform_user where login like 'user%' order by id")).map((row) => Number(row[0]))
    await transact(system.database, async () => {
      for (const [index, id] of ids.entries()) {
        for (const { app } of apps)
          await giveLevel({ now }, { holder: userHolder(id), app: app.id, level: index === 0 ? 'manage' : ((['read', 'work', 'approve', 'manage'] as const)[index % 4] ?? 'read') })
      }
      await stamp(system, { userIds: ids, now })
    })
  }
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'] })
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'pl-PL' })).newPage()
  await page.goto(address)
  await page.fill('#field-login', 'user1')
  await page.fill('#field-password', password)
  await page.click('button[type=submit]')
  await page.waitForSelector('.crm-frame')
  const paints: number[] = []
  for (let pass = 0; pass < passes; pass += 1) {
    await page.goto(address)
    await page.waitForSelector('.crm-menu a[href="/admin/rights"]')
    // From the click on the menu to the first frame in which cells stand, with the fetch of the whole table.
    paints.push(
      await page.evaluate(
        `new Promise((done) => { const start = performance.now(); document.querySelector('.crm-menu a[href="/admin/rights"]').click();
          const look = () => (document.querySelector('.crm-grid-cell') ? requestAnimationFrame(() => done(performance.now() - start)) : requestAnimationFrame(look)); look() })`,
      ),
    )
  }
  if (process.env.CRM_BENCH_PICTURE) await page.screenshot({ path: process.env.CRM_BENCH_PICTURE })
  const size = await page.evaluate<string>("['aria-rowcount', 'aria-colcount'].map((name) => document.querySelector('[role=grid]').getAttribute(name)).join(' × ')")
  process.stdout.write(
    `\nrights table, ${size} (with heads and level rows), Chromium 1440 × 900\n  first cells after the click: ${median(paints).toFixed(0)} ms (median of ${passes}; goal < 1000)\n`,
  )
  const session = await page.context().newCDPSession(page)
  // In time of the processor: a busy machine makes frames late, but not dearer.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const spent = async () => Object.fromEntries((await session.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]))
  for (const [name, x, y] of [
    ['down', 0, 60],
    ['right', 60, 0],
    ['both', 40, 40],
  ] as const) {
    const before = await spent()
    const frames = await page.evaluate<{ perSecond: number; worst: number; count: number; longTasks: number }>(
      `new Promise((done) => { const grid = document.querySelector('[role=grid]'); grid.scrollTo(0, 0); let count = 0, worst = 0, longTasks = 0, last = performance.now(); const start = last;
        const observer = new PerformanceObserver((list) => { longTasks += list.getEntries().length }); observer.observe({ entryTypes: ['longtask'] });
        const step = (now) => { worst = Math.max(worst, now - last); last = now; count += 1; grid.scrollBy(${x}, ${y});
          if (now - start < 3000) requestAnimationFrame(step); else { observer.disconnect(); done({ perSecond: count / ((now - start) / 1000), worst, count, longTasks }) } }
        requestAnimationFrame(step) })`,
    )
    const after = await spent()
    const ms = (metric: string) => ((((after[metric] ?? 0) - (before[metric] ?? 0)) * 1_000) / frames.count).toFixed(1)
    process.stdout.write(
      `  scrolling ${name.padEnd(5)}: ${frames.perSecond.toFixed(0)} frames a second, longest ${frames.worst.toFixed(0)} ms (goal ≥ 50); processor's time a frame: script ${ms('ScriptDuration')}, style ${ms('RecalcStyleDuration')}, layout ${ms('LayoutDuration')}, all of the page's thread ${ms('TaskDuration')} ms; long tasks ${frames.longTasks}\n`,
    )
  }
  await browser.close()
}
