import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findMariadb } from './mariadb-program.mjs'
import { freePort, isFree } from './port.mjs'
import { root, Sentence, stateFile } from './project.mjs'
import { newPassword, remembered } from './secret.mjs'
import { run } from './run.mjs'

/** A private MariaDB in the project's data folder: own port, own users, nobody else's settings. */
export async function openMariadb(family) {
  const program = await findMariadb()
  const secret = await remembered(stateFile('mariadb.json'), async () => ({
    port: await freePort(),
    application: newPassword(),
    migrator: newPassword(),
    sealer: newPassword(),
    root: newPassword(),
  }))
  const isTaken = !(await isFree(secret.port))
  if (isTaken || !secret.sealer) {
    if (isTaken) secret.port = await freePort()
    secret.sealer ??= newPassword()
    await writeFile(stateFile('mariadb.json'), JSON.stringify(secret), { mode: 0o600 })
  }
  const data = stateFile('mariadb')
  const user = process.getuid?.() === 0 ? ['--user=root'] : []
  if (!existsSync(join(data, 'created'))) await create(program, { data, user })
  const users = stateFile('mariadb-users.sql')
  await writeFile(users, statements(secret), { mode: 0o600 })
  // A socket's path must be short, shorter than many a clone's.
  const socket = join(tmpdir(), `crm-${createHash('sha256').update(root).digest('hex').slice(0, 12)}.sock`)
  await family.start({
    name: 'mariadb',
    program: program.server,
    args: [
      '--no-defaults',
      ...user,
      ...program.around,
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--port=${secret.port}`,
      '--bind-address=127.0.0.1',
      '--skip-name-resolve',
      `--init-file=${users}`,
      '--innodb-buffer-pool-size=512M',
      '--innodb-log-file-size=128M',
      '--max-connections=200',
      '--character-set-server=utf8mb4',
      '--collation-server=utf8mb4_polish_ci',
    ],
    env: program.env,
    signal: 'SIGTERM',
    restarts: true,
  })
  const at = (name, password) => `mysql://${name}:${password}@127.0.0.1:${secret.port}/crm`
  const addresses = { MYSQL_URL: at('crm', secret.application), MYSQL_MIGRATOR_URL: at('crm_migrator', secret.migrator), MYSQL_SEALER_URL: at('crm_sealer', secret.sealer) }
  await waitFor(addresses.MYSQL_MIGRATOR_URL)
  return addresses
}

/** Marked when complete: a first start that was cut off begins anew. */
async function create(program, { data, user }) {
  await rm(data, { recursive: true, force: true })
  await mkdir(data, { recursive: true, mode: 0o700 })
  await run(program.install, ['--no-defaults', ...program.installAround, `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db', ...user], {
    name: 'mariadb-create',
    env: program.env,
  })
  await writeFile(join(data, 'created'), '')
}

/** Run at every start. The application's user gets its rights table by table from the migrator. The installer leaves roots without a password: they go. */
const statements = (secret) => `
create database if not exists crm character set utf8mb4 collate utf8mb4_polish_ci;
create user if not exists 'crm'@'%' identified by '${secret.application}';
create user if not exists 'crm_migrator'@'%' identified by '${secret.migrator}';
create user if not exists 'crm_sealer'@'%' identified by '${secret.sealer}';
grant all on \`crm\`.* to 'crm_migrator'@'%' with grant option;
grant all on \`crm\\_test\\_%\`.* to 'crm_migrator'@'%' with grant option;
alter user 'root'@'localhost' identified by '${secret.root}';
delete from mysql.global_priv where user = 'root' and host <> 'localhost';
delete from mysql.global_priv where user = '';
flush privileges;
`

async function waitFor(url) {
  const { createConnection } = createRequire(join(root, 'packages/platform/package.json'))('mysql2/promise')
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const connection = await createConnection({ uri: url, connectTimeout: 1_000 }).catch(() => null)
    if (connection) return connection.end()
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Sentence(`MariaDB nie odpowiada; zajrzyj do ${stateFile('log/mariadb.log')}. MariaDB does not answer: look into that log.`)
}
