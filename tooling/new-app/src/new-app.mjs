// npm run new-app -- <name>: an app package that compiles, migrates, is tested and stands in the menu.
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = process.cwd()
const template = fileURLToPath(new URL('./template/', import.meta.url))
const name = process.argv[2] ?? ''
const taken = ['platform', 'storage', 'directory', 'admin', 'register', 'widgets', 'catalog', 'testing']

if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || taken.includes(name)) {
  process.stderr.write('npm run new-app -- <name>: small letters, digits and hyphens, for example "visitors"\n')
  process.exit(2)
}
const folder = join(root, 'packages', `app-${name}`)
if (existsSync(folder)) {
  process.stderr.write(`packages/app-${name} is there already\n`)
  process.exit(1)
}

const pascal = name
  .split('-')
  .map((part) => part[0].toUpperCase() + part.slice(1))
  .join('')
const camel = pascal[0].toLowerCase() + pascal.slice(1)
const words = {
  name,
  camel,
  Pascal: pascal,
  Title: pascal.replace(/(?<=.)([A-Z])/g, ' $1'),
  table: name.replaceAll('-', '_'),
  SERIES: name.replaceAll('-', '').slice(0, 3).toUpperCase(),
}
const filled = (text) => text.replace(/__(name|camel|Pascal|Title|table|SERIES)__/g, (_place, word) => words[word])

async function writePackage() {
  for (const file of await readdir(template, { recursive: true })) {
    if (!file.endsWith('.tpl')) continue
    const to = join(folder, filled(file.slice(0, -4)))
    await mkdir(dirname(to), { recursive: true })
    await writeFile(to, filled(await readFile(join(template, file), 'utf8')))
  }
}

/** The three lines by which the catalog knows an app. */
async function enterCatalog() {
  const imports = {
    'index.ts': `import { ${camel} } from '@crm/app-${name}'`,
    'server.ts': `import ${camel} from '@crm/app-${name}/server'`,
    'ui.ts': `import ${camel} from '@crm/app-${name}/ui'`,
  }
  const key = camel === name ? `${camel},` : `'${name}': ${camel},`
  for (const [file, line] of Object.entries(imports)) {
    const path = join(root, 'packages/catalog/src', file)
    const entry = file === 'index.ts' ? `${camel},` : key
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.replace('// new-app:import', `${line}\n// new-app:import`).replace('  // new-app:entry', `  ${entry}\n  // new-app:entry`))
  }
  await editJson('packages/catalog/package.json', (made) => {
    made.dependencies = sorted({ ...made.dependencies, [`@crm/app-${name}`]: '*' })
  })
}

/** What npm would write for a new workspace, without asking the network for it. */
async function enterLock() {
  const made = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  await editJson('package-lock.json', (lock) => {
    lock.packages[`packages/app-${name}`] = { name: made.name, dependencies: made.dependencies, devDependencies: made.devDependencies }
    lock.packages[`node_modules/@crm/app-${name}`] = { resolved: `packages/app-${name}`, link: true }
    lock.packages['packages/catalog'].dependencies = sorted({ ...lock.packages['packages/catalog'].dependencies, [`@crm/app-${name}`]: '*' })
    lock.packages = sorted(lock.packages)
  })
  const link = join(root, 'node_modules/@crm', `app-${name}`)
  await symlink(relative(dirname(link), folder), link, 'junction').catch(() => undefined)
}

async function editJson(file, change) {
  const path = join(root, file)
  const content = JSON.parse(await readFile(path, 'utf8'))
  change(content)
  await writeFile(path, `${JSON.stringify(content, null, 2)}\n`)
}

const sorted = (object) => Object.fromEntries(Object.entries(object).sort(([left], [right]) => (left < right ? -1 : 1)))

await writePackage()
await enterCatalog()
await enterLock()
process.stdout.write(`packages/app-${name} is made. Begin in src/entry.ts; "npm test" already covers it, "npm run demo" shows it to the account "admin" after "npm run reset".\n`)
