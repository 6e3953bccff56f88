import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Sentence, stateFile } from './project.mjs'
import { say } from './progress.mjs'
import { ask, run } from './run.mjs'

const packages = ['mariadb-server-core', 'mariadb-client-core']
const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(':')
    .concat('/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin', '/usr/local/bin')
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path)) ?? null

/** Where mariadbd is and what it needs around it: the system's, or Debian's packages unpacked in our own folder, or installed as root. */
export async function findMariadb() {
  const installed = onPath('mariadbd')
  if (installed && onPath('mariadb-install-db')) return { server: installed, install: onPath('mariadb-install-db'), around: [], installAround: [], env: {} }
  const unpacked = stateFile('mariadb-program')
  if (!existsSync(join(unpacked, 'usr/sbin/mariadbd')) && onPath('apt-get') && onPath('dpkg'))
    await unpack(unpacked).catch((error) => say(`MariaDB: ${error.message.split('\n')[0]}`))
  if (existsSync(join(unpacked, 'usr/sbin/mariadbd'))) return around(unpacked)
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    say('MariaDB: instaluję pakiety / installing packages …')
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { name: 'mariadb-install', env: { DEBIAN_FRONTEND: 'noninteractive' } })
    return findMariadb()
  }
  throw new Sentence(
    'Nie ma MariaDB. Zainstaluj ją (Debian i Ubuntu: apt install mariadb-server, macOS: brew install mariadb), uruchom Dockera albo ustaw MYSQL_URL i MYSQL_MIGRATOR_URL. There is no MariaDB: install it, start Docker, or set those two addresses.',
  )
}

function around(root) {
  const usr = join(root, 'usr')
  const libraries = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((triple) => join(usr, 'lib', triple)).join(':')
  const share = [`--lc-messages-dir=${join(usr, 'share/mysql')}`, `--character-sets-dir=${join(usr, 'share/mysql/charsets')}`, `--plugin-dir=${join(usr, 'lib/mysql/plugin')}`]
  return {
    server: join(usr, 'sbin/mariadbd'),
    install: join(usr, 'bin/mariadb-install-db'),
    around: [`--basedir=${usr}`, ...share],
    installAround: [`--basedir=${usr}`],
    env: { LD_LIBRARY_PATH: libraries, PATH: `${join(usr, 'bin')}:${join(usr, 'sbin')}:${process.env.PATH}` },
  }
}

/** Debian's own packages by private lists: nothing is installed, no right is needed, the system stays as it was. */
async function unpack(to) {
  say('MariaDB: pobieram pakiety Debiana / fetching Debian packages …')
  const lists = stateFile('apt')
  await Promise.all(['state/lists/partial', 'cache/archives/partial', 'debs'].map((folder) => mkdir(join(lists, folder), { recursive: true })))
  const own = [
    '-o',
    `Dir::State=${join(lists, 'state')}`,
    '-o',
    'Dir::State::status=/var/lib/dpkg/status',
    '-o',
    `Dir::Cache=${join(lists, 'cache')}`,
    '-o',
    'Debug::NoLocking=1',
    '-o',
    'APT::Sandbox::User=',
  ]
  await run('apt-get', [...own, 'update'], { name: 'apt-update' })
  const plan = await ask('apt-get', [...own, 'install', '--reinstall', '--no-install-recommends', '--print-uris', '-y', ...packages])
  const names = [...(plan ?? '').matchAll(/^'[^']+' (\S+?)_\S+\.deb/gm)].map((found) => found[1])
  if (names.length === 0) throw new Sentence('apt nie zna tych pakietów / apt does not know these packages')
  await run('apt-get', [...own, 'download', ...new Set(names)], { name: 'apt-download', cwd: join(lists, 'debs') })
  const part = `${to}.part`
  await rm(part, { recursive: true, force: true })
  for (const file of await readdir(join(lists, 'debs'))) await run('dpkg', ['-x', join(lists, 'debs', file), part], { name: 'dpkg' })
  await rename(part, to)
}
