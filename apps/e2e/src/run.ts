import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Engine, Page } from './page.ts'
import { chromiumPath, closePlaywright, firefoxPath, openPlaywright } from './playwright-page.ts'
import { type Product, startProduct } from './product.ts'
import type { Story } from './story.ts'
import { browserPath, displayPath, driverPath, openWebkit } from './webkit-page.ts'

const needed: Record<Engine, readonly string[]> = { chromium: [chromiumPath], firefox: [firefoxPath], webkit: [driverPath, browserPath, displayPath] }
const packages = ['chromium', 'firefox-esr', 'webkit2gtk-driver', 'xvfb', 'fonts-dejavu-core']
const shots = fileURLToPath(new URL('../shots/', import.meta.url))
const hasShots = process.argv.includes('--shots')
const only = process.argv.slice(2).filter((word) => !word.startsWith('--'))

process.setMaxListeners(100)
const isThere = (engine: Engine) => needed[engine].every((path) => existsSync(path))
const chosen = process.argv.find((word) => word.startsWith('--engine='))?.slice(9)
/** What runs side by side, as a story mostly waits. Whichever lane is done with its own engine takes what Chromium has left. */
const lanes = [
  ['firefox', 'chromium'],
  ['webkit', 'chromium'],
].map((lane) => lane.filter((engine) => !chosen || engine === chosen) as Engine[]) // written here

function installBrowsers(): void {
  if (lanes.flat().every(isThere) || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  process.stdout.write('przeglądarki / browsers …\n')
  spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' })
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
}

async function allStories(): Promise<Story[]> {
  const files = await Promise.all([
    import('./stories/access.ts'), // the longest ones begin
    import('./stories/sign-in.ts'),
    import('./stories/contracts.ts'),
    import('./stories/registers.ts'),
    import('./stories/keys.ts'),
    import('./stories/import.ts'),
    import('./stories/comments.ts'),
    import('./stories/labels.ts'),
    import('./stories/merge.ts'),
    import('./stories/papers.ts'),
    import('./stories/denied.ts'),
    import('./stories/rights.ts'),
    import('./stories/admin.ts'),
    import('./stories/account.ts'),
    import('./stories/reminders.ts'),
  ])
  return files.flatMap((file) => file.stories).filter((story) => only.length === 0 || only.some((word) => story.name.includes(word)))
}

const open = (engine: Engine, address: string): Promise<Page> => (engine === 'webkit' ? openWebkit(address) : openPlaywright(engine, address))

installBrowsers()
const stories = await allStories()
const counts = { passed: 0, failed: 0, skipped: 0 }
if (hasShots) mkdirSync(shots, { recursive: true })

/** The stories of each engine that nobody has begun. */
const waiting = new Map(Object.keys(needed).map((engine) => [engine, stories.filter((story) => story.engines.includes(engine as Engine))])) // keys of a record by engine

/** The stories of one engine that are left, on sample data as they are. */
async function runEngine(engine: Engine): Promise<void> {
  const left = waiting.get(engine) ?? []
  if (left.length === 0) return
  if (!isThere(engine)) {
    process.stdout.write(`${engine}: nie ma go tutaj, pomijam ${left.length} / not here, ${left.length} skipped. apt-get install -y ${packages.join(' ')}\n`)
    counts.skipped += left.splice(0).length
    return
  }
  const product = await startProduct()
  for (let story = left.shift(); story; story = left.shift()) await runStory(story, { engine, product })
  await product.stop()
}

async function runStory(story: Story, { engine, product }: { engine: Engine; product: Product }): Promise<void> {
  const start = Date.now()
  const page = await open(engine, product.address)
  const pages = [page]
  const another = async () => {
    const next = await open(engine, product.address)
    pages.push(next)
    return next
  }
  const picture = async (at: Page, name: string) => {
    if (hasShots) await at.screenshot(`${shots}${engine}-${name}.png`)
  }
  try {
    await story.run(page, { address: product.address, another, picture })
    counts.passed += 1
    process.stdout.write(`  ✓ ${engine}: ${story.name} (${((Date.now() - start) / 1_000).toFixed(1)} s)\n`)
  } catch (error) {
    counts.failed += 1
    mkdirSync(shots, { recursive: true })
    const path = `${shots}failed-${engine}-${stories.indexOf(story)}.png`
    await page.screenshot(path).catch(() => undefined)
    process.stdout.write(`  ✗ ${engine}: ${story.name}\n    ${error instanceof Error ? error.message : String(error)}\n    ${path}\n`)
  } finally {
    await Promise.all(pages.map(letGo))
  }
}

/** A browser that does not let go of a page must not hold up the rest. */
const letGo = (page: { close(): Promise<void> }) => Promise.race([page.close().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 10_000))])

async function runLane(lane: readonly Engine[]): Promise<void> {
  for (const engine of lane) {
    await runEngine(engine)
    if (engine !== 'chromium') await letGo({ close: () => closePlaywright(engine) })
  }
}

await Promise.all(lanes.map(runLane))
await letGo({ close: () => closePlaywright('chromium') })
if (process.env.CRM_STORIES_REPORT) writeFileSync(process.env.CRM_STORIES_REPORT, JSON.stringify(counts))
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`)
process.exit(counts.failed === 0 ? 0 : 1)
