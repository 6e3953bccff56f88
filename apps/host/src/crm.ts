import { digest } from './digest.ts'
import { loadDemo } from './load-demo.ts'
import { manifest } from './manifest.ts'
import { migrateAll } from './migrate-all.ts'
import { security } from './security.ts'
import { verify } from './verify.ts'

const commands: Record<string, { does: string; run: () => Promise<void> }> = {
  migrate: { does: 'bring the schema up to date; on an empty system also make the first admin and print their password once', run: migrateAll },
  'demo-data': { does: 'load the made-up sample data into an empty system', run: loadDemo },
  manifest: { does: 'print every procedure and file route with its right and input schema, as JSON', run: manifest },
  digest: { does: 'print a hash of the content of each business table, as JSON', run: digest },
  security: { does: 'unblock --user <login> | --ip <address> | --all: lift locks of signing in', run: security },
  'verify-journal': { does: 'walk the journal beside its seals and name the first entry that was changed, removed, added or cut off', run: verify },
}

const name = process.argv[2] ?? ''
const command = commands[name]
if (!command) {
  const list = Object.entries(commands).map(([known, { does }]) => `  ${known.padEnd(15)} ${does}`)
  process.stderr.write(`${name ? `There is no command "${name}".\n` : ''}npm run crm -- <command>\n${list.join('\n')}\n`)
  process.exit(2)
}
await command.run()
process.exit(process.exitCode ?? 0)
