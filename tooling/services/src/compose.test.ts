import { readFileSync } from 'node:fs'
import { environment } from '@crm/platform/server'
import { expect, it } from 'vitest'
import { programs } from './programs.mjs'

const compose = readFileSync(new URL('../../../docker-compose.yml', import.meta.url), 'utf8')
const known = Object.keys(environment.shape)

/** The lines of a block that begins with a line and is indented deeper than it. */
function block(begin: RegExp): string[] {
  const lines = compose.split('\n')
  const at = lines.findIndex((line) => begin.test(line))
  const depth = /^ */.exec(lines[at] ?? '')?.[0].length ?? 0
  const end = lines.findIndex((line, index) => index > at && line.trim() !== '' && (/^ */.exec(line)?.[0].length ?? 0) <= depth)
  return lines.slice(at + 1, end === -1 ? undefined : end)
}

const names = (lines: readonly string[]) => lines.flatMap((line) => /^\s+([A-Z_]+):/.exec(line)?.[1] ?? [])

it('gives the processes exactly what they read', () => {
  const given = names(block(/environment: &environment/))
  expect(given.filter((name) => !known.includes(name))).toEqual([])
  expect(known.filter((name) => !given.includes(name))).toEqual(['MYSQL_MIGRATOR_URL', 'MYSQL_SEALER_URL'])
})

it.each(['host', 'worker'] as const)('starts the %s as it is started without an engine', (name) => {
  const command = block(new RegExp(`^ {2}${name}:`)).find((line) => line.includes('command:'))
  expect(JSON.parse(command?.split('command: ')[1] ?? '')).toEqual(['node', ...programs[name]])
})

it('gives the migrator its own user, and nobody else that address', () => {
  expect(compose.match(/MYSQL_MIGRATOR_URL/g)).toHaveLength(1)
  expect(names(block(/^ {2}migrate:/))).toContain('MYSQL_MIGRATOR_URL')
})

it('gives the worker, which seals, and the migrator, which grants, the address of the sealer, and nobody else', () => {
  expect(compose.match(/MYSQL_SEALER_URL/g)).toHaveLength(2)
  for (const service of [/^ {2}migrate:/, /^ {2}worker:/]) expect(names(block(service))).toContain('MYSQL_SEALER_URL')
})

it('publishes no port but the proxy and, for developers, the mail catcher on this machine', () => {
  expect([...compose.matchAll(/ports: (.+)/g)].map((found) => found[1])).toEqual(['["80:80", "443:443"]', '["127.0.0.1:8025:8025"]'])
})

it('has no secret in it', () => expect(compose).not.toMatch(/PASSWORD: [^$\s]/))
