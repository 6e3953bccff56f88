import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The clone that the command was called in, and the folder where it keeps what it makes. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')
export const state = join(root, '.dev')

/** @returns {string} a path inside the project's own data folder */
export const stateFile = (...names) => join(state, ...names)

/** @throws {Sentence} when the folder cannot be written */
export async function prepareState() {
  try {
    await mkdir(stateFile('log'), { recursive: true })
  } catch (error) {
    throw new Sentence(`Nie mogę pisać w folderze ${state} (${error.code}). I cannot write to that folder: give this user the right to it.`)
  }
}

/** The pinned Node: this one when it is new enough, else the one that came with the packages. */
export function node() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const own = join(root, 'node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  return existsSync(own) ? own : process.execPath
}

/** Something to tell the person at the terminal, without a stack. */
export class Sentence extends Error {}
