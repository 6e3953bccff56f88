import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { Failure, normalPassword } from '../../../index.ts'

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane (about 20 ms of one core). */
export const argonCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** One a core, and at most half of the eight threads that files and compression share; who comes while fifty wait is asked to come back. */
const lanes = Math.min(availableParallelism(), 4)
const queueLimit = 50
let running = 0
const waiting: (() => void)[] = []

export async function inLane<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= queueLimit) throw new Failure('busy', { retrySeconds: 2 })
  if (running >= lanes) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

export const hashPassword = (password: string): Promise<string> => inLane(() => hash(normalPassword(password), argonCost))

let dummy: Promise<string> | null = null

/** Whether the password fits; an account that does not exist costs the same time as one that does. */
export async function fits(password: string, stored: string | null): Promise<boolean> {
  dummy ??= hash('a password that nobody has', argonCost)
  const against = stored ?? (await dummy)
  const isRight = await inLane(() => verify(against, normalPassword(password)))
  return isRight && stored !== null
}
