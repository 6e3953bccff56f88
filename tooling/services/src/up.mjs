import { clearLeftovers, openFamily, refuseBesideTests } from './family.mjs'
import { openDatabases } from './databases.mjs'
import { ensurePackages } from './packages.mjs'
import { isFree, portFrom } from './port.mjs'
import { node, prepareState, Sentence, stateFile } from './project.mjs'
import { programs } from './programs.mjs'
import { say } from './progress.mjs'
import { run } from './run.mjs'
import { ensureShell } from './shell-build.mjs'

const file = 'run.json'

/** Everything from nothing to an address in the browser; stays until it is stopped. */
export async function up({ hasSamples }) {
  await prepareState()
  const before = await clearLeftovers(file)
  if (before === 'running') throw new Sentence('System CRM już działa w tym folderze. It is running in this folder already: stop it there with Ctrl-C.')
  await refuseBesideTests()
  if (before === 'stopped') say('sprzątam po przerwanym uruchomieniu / cleared up after a run that was cut off')
  const family = openFamily(file)
  stopWith(family)
  try {
    await begin(family, { hasSamples })
  } catch (error) {
    await family.stop()
    throw error
  }
}

async function begin(family, { hasSamples }) {
  await ensurePackages()
  const port = await chosenPort({ mayMove: hasSamples })
  const addresses = await openDatabases(family)
  const env = {
    ...addresses,
    CRM_DATA: process.env.CRM_DATA ?? stateFile('data'),
    PORT: String(port),
    CRM_DEMO: hasSamples ? '1' : '0',
    UV_THREADPOOL_SIZE: '8',
    NODE_ENV: 'production',
  }
  // The host answers strangers: it gets no address that can add seals.
  const { MYSQL_SEALER_URL: _sealer, ...hosting } = env
  await Promise.all([migrate(env, { hasSamples }), ensureShell()])
  say('serwer / server …')
  await family.start({ name: 'host', program: node(), args: programs.host, env: hosting, restarts: true })
  await family.start({ name: 'worker', program: node(), args: programs.worker, env, restarts: true })
  await ready(port)
  say('gotowe / ready')
  process.stdout.write(
    `\n  System CRM: ${process.env.PUBLIC_URL ?? `http://localhost:${port}`}\n${hasSamples ? '  konta przykładowe / sample accounts: anna, tomek, prezes, admin, gosc …   hasło / password: pokaz-umowy-2026\n' : ''}  Ctrl-C kończy / ends it.\n\n`,
  )
}

async function migrate(env, { hasSamples }) {
  say('tabele / tables …')
  const printed = await run(node(), ['apps/host/src/crm.ts', 'migrate'], { name: 'migrate', env })
  const account = /Pierwsze konto[\s\S]*/.exec(printed)?.[0]
  if (account) process.stdout.write(`\n${account}\n`)
  // Only an empty system takes sample data; to ask it takes seconds of every start.
  if (!hasSamples || !printed.includes('Nobody has an account yet.')) return
  say('dane przykładowe / sample data …')
  await run(node(), ['apps/host/src/crm.ts', 'demo-data'], { name: 'demo-data', env })
}

async function chosenPort({ mayMove }) {
  const wished = Number(process.env.PORT ?? 3000)
  if (await isFree(wished)) return wished
  if (process.env.PORT || !mayMove) throw new Sentence(`Port ${wished} jest zajęty. Podaj inny: PORT=3001 npm start. Port ${wished} is taken: give another one in PORT.`)
  return portFrom(wished + 1)
}

async function ready(port) {
  for (let waited = 0; waited < 60_000; waited += 100) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Sentence(`Serwer nie wstał; zajrzyj do ${stateFile('log/host.log')}. The server did not come up: look into that log.`)
}

/** Ctrl-C, SIGTERM, or a parent that is gone: npm passes no signal on when it is killed itself. */
function stopWith(family) {
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    say('kończę / stopping …')
    await family.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && void stop(), 1_000)
}

/** Run a command's story; a sentence is for the person, anything else is a fault of ours. */
export async function command(story) {
  try {
    await story()
  } catch (error) {
    process.stderr.write(`\n${error instanceof Sentence ? error.message : (error?.stack ?? error)}\n`)
    process.exit(1)
  }
}
