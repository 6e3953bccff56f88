// Runs alone, with limits, on one file given as its argument; answers one line of JSON.
import { writeSync } from 'node:fs'
import { readFileText } from './read.ts'
import type { Asked, Answer } from './limited-process.ts'

const asked = JSON.parse(process.argv[2] ?? '') as Asked // written by readInLimitedProcess

function say(answer: Answer): void {
  const bytes = Buffer.from(JSON.stringify(answer))
  for (let at = 0; at < bytes.length; ) at += writeSome(bytes, at)
  process.exit(0)
}

/** A pipe that is full says so. */
function writeSome(bytes: Buffer, at: number): number {
  try {
    return writeSync(1, bytes, at)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return 0
    throw error
  }
}

try {
  const text = await readFileText(asked)
  say(text === null ? { state: 'none' } : { state: text.trim() === '' ? 'empty' : 'ready', text })
} catch (error) {
  say({ state: /password|encrypt|locked/i.test(error instanceof Error ? error.message : '') ? 'locked' : 'broken' })
}
