import { spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { birthOf, end, isLiving } from './living.mjs'
import { root, Sentence, stateFile } from './project.mjs'
import { say } from './progress.mjs'

/**
 * The processes that one command started: restarted when they die, stopped in reverse order, remembered in a file so that
 * the next command can clean up after one that was killed.
 */
export function openFamily(file) {
  const members = []
  let isStopping = false

  const remember = () =>
    writeFile(
      stateFile(file),
      JSON.stringify({ pid: process.pid, birth: birthOf(process.pid), members: members.map(({ name, pid, birth, signal }) => ({ name, pid, birth, signal })) }),
    )

  /** @param member `name`, `program`, `args`; `env`; `signal` that ends it gently; `restarts` when it should come back */
  async function start(member) {
    members.push(member)
    member.failures = 0
    launch(member)
    await remember()
    return member
  }

  function launch(member) {
    const log = openSync(stateFile('log', `${member.name}.log`), 'a')
    // A group of its own: Ctrl-C in the terminal reaches us alone, and we stop the others in order.
    const child = spawn(member.program, member.args, { cwd: member.cwd ?? root, env: { ...process.env, ...member.env }, stdio: ['ignore', log, log], detached: true })
    member.pid = child.pid
    member.birth = birthOf(child.pid)
    member.startedAt = Date.now()
    child.on('error', () => undefined)
    child.on('exit', (code, signal) => {
      if (isStopping || !member.restarts) return
      member.failures = Date.now() - member.startedAt > 30_000 ? 1 : member.failures + 1
      const waitMs = Math.min(250 * 2 ** member.failures, 10_000)
      say(`${member.name} stanął (${signal ?? code}); uruchamiam ponownie / ${member.name} ended; starting it again`)
      setTimeout(() => {
        if (isStopping) return
        launch(member)
        void remember()
      }, waitMs)
    })
  }

  async function stop() {
    isStopping = true
    for (const member of [...members].reverse()) await end(member, { signal: member.signal })
    await rm(stateFile(file), { force: true })
  }

  return { start, stop }
}

/** What the last command left behind: `running` when it still lives, `stopped` when its leftovers had to be ended. */
export async function clearLeftovers(file) {
  const note = await readFile(stateFile(file), 'utf8').then(JSON.parse, () => null)
  if (!note) return 'none'
  if (isLiving(note)) return 'running'
  const left = note.members.filter(isLiving).reverse()
  for (const member of left) await end(member, { signal: member.signal })
  await rm(stateFile(file), { force: true })
  return left.length > 0 ? 'stopped' : 'none'
}

/** The private databases end with the command that opened them: nothing else may stand on those of a test. */
export async function refuseBesideTests() {
  if ((await clearLeftovers('test.json')) === 'running')
    throw new Sentence('W tym folderze trwają testy albo pomiar; poczekaj, aż się skończą. Tests or a benchmark are running in this folder: wait until they end.')
}
