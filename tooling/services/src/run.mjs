import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { root, Sentence, stateFile } from './project.mjs'

/**
 * Run a program to its end, its output into a log; the tail of it stands in the error.
 *
 * @throws {Sentence} when it ends with anything but 0
 */
export function run(program, args, { name, env = {}, cwd = root, shows = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: shows ? 'inherit' : ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' })
    let tail = ''
    if (!shows) {
      const log = createWriteStream(stateFile('log', `${name}.log`))
      for (const stream of [child.stdout, child.stderr]) {
        stream.pipe(log, { end: false })
        stream.on('data', (chunk) => {
          tail = (tail + chunk).slice(-4_000)
        })
      }
    }
    child.on('error', (error) => reject(new Sentence(`${program}: ${error.message}`)))
    child.on('close', (code) =>
      code === 0
        ? resolve(tail)
        : reject(
            new Sentence(
              `${name}: ${tail.includes('ENOSPC') || tail.includes('No space left') ? 'brak miejsca na dysku / the disk is full.\n' : ''}${tail.trim() || `ended with ${code}`}`,
            ),
          ),
    )
  })
}

/** What a program prints; `null` when it is not there or fails. */
export async function ask(program, args, { cwd = root, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'ignore'] })
    let text = ''
    const timer = setTimeout(() => child.kill(), 20_000)
    child.stdout.on('data', (chunk) => {
      text += chunk
    })
    child.on('error', () => resolve(null))
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve(code === 0 ? text : null)
    })
  })
}
