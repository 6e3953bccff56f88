import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** One planted breach a rule: the file, and what it imports that it must not. */
const breaches: readonly (readonly [rule: string, file: string, line: string])[] = [
  ['root-door-is-pure', 'packages/directory/src/impure.ts', "import './server/some.ts'"],
  ['root-door-is-pure', 'packages/directory/src/solid.ts', "import 'solid-js'"],
  ['no-node-outside-server', 'packages/directory/src/ui/node.tsx', "import 'node:fs'"],
  ['only-types-cross-from-server-to-ui', 'packages/directory/src/ui/crossing.tsx', "import { some } from '../server/some.ts'\nconsole.log(some)"],
  ['server-never-sees-ui', 'packages/directory/src/server/looks.ts', "import '../ui/node.tsx'"],
  ['apps-do-not-know-each-other', 'packages/app-one/src/server/other.ts', "import '../../../app-two/src/index.ts'"],
  ['layers-never-look-up-from-widgets', 'packages/widgets/src/ui/up.tsx', "import '../../../platform/src/index.ts'"],
  ['layers-never-look-up-from-platform', 'packages/platform/src/up.ts', "import '../../register/src/index.ts'"],
  ['layers-never-look-up-from-storage', 'packages/storage/src/up.ts', "import '../../register/src/index.ts'"],
  ['layers-never-look-up-from-register', 'packages/register/src/up.ts', "import '../../directory/src/index.ts'"],
  ['layers-never-look-up-from-directory', 'packages/directory/src/up.ts', "import '../../app-two/src/index.ts'"],
  ['layers-never-look-up-from-app-x', 'packages/app-one/src/up.ts', "import '../../catalog/src/index.ts'"],
  ['only-the-catalog-lists-apps', 'apps/host/src/lists.ts', "import '../../../packages/app-two/src/index.ts'"],
  ['no-cycles', 'packages/platform/src/about.ts', "import './round.ts'"],
]
const innocent = [
  ['packages/directory/src/server/some.ts', 'export const some = 1'],
  ['packages/directory/src/ui/types.tsx', "import type { some } from '../server/some.ts'\nexport type Some = typeof some"],
  ['packages/platform/src/round.ts', "import './about.ts'"],
  ...['platform', 'register', 'directory', 'app-two', 'catalog'].map((name) => [`packages/${name}/src/index.ts`, 'export const one = 1'] as const),
] as const

let folder = ''
let found: { rule: { name: string }; from: string }[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'crm-law-'))
  cpSync(join(root, '.dependency-cruiser.cjs'), join(folder, '.dependency-cruiser.cjs'))
  cpSync(join(root, 'tooling/typescript'), join(folder, 'tooling/typescript'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const [file, text] of [...innocent, ...breaches.map(([, file, line]) => [file, line] as const)]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), `${text}\n`)
  }
  found = JSON.parse(cruise()).summary.violations
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function cruise(): string {
  try {
    return execFileSync(process.execPath, [join(root, 'node_modules/.bin/depcruise'), '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'packages', 'apps'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1e8,
    })
  } catch (error) {
    return String((error as { stdout: string }).stdout) // it ends with the count of violations
  }
}

it.each(breaches)('%s is broken by %s', (rule, file) => expect(found.filter((one) => one.from === file).map((one) => one.rule.name)).toContain(rule))

it('lets types cross from server to ui', () => expect(found.filter((one) => one.from === 'packages/directory/src/ui/types.tsx')).toEqual([]))
