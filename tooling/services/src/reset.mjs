// npm run reset: away with the databases and files of this clone; what was downloaded stays.
import { readdir, rm } from 'node:fs/promises'
import { clearLeftovers } from './family.mjs'
import { Sentence, state, stateFile } from './project.mjs'
import { command } from './up.mjs'

const downloads = new Set(['apt', 'mariadb-program', 'packages.sha256', 'shell.sha256'])

await command(async () => {
  for (const file of ['run.json', 'test.json']) {
    if ((await clearLeftovers(file)) === 'running') throw new Sentence('System CRM działa w tym folderze; najpierw go zakończ (Ctrl-C). It is running: stop it first.')
  }
  const names = (await readdir(state).catch(() => [])).filter((name) => !downloads.has(name))
  for (const name of names) await rm(stateFile(name), { recursive: true, force: true })
  process.stdout.write(names.length > 0 ? `Usunięto / removed: ${names.join(', ')}\n` : 'Nie było czego usuwać. There was nothing to remove.\n')
})
