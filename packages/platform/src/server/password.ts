import { hash, verify } from '@node-rs/argon2'
import { Failure } from '../index.ts'

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane (about 20 ms of one core). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Two at once: more would fill the thread pool that files and compression share. */
const lanes = 2
const queueLimit = 50
let running = 0
const waiting: (() => void)[] = []

async function inLane<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= queueLimit) throw new Failure('busy')
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

const normal = (password: string) => password.normalize('NFKC')

export const hashPassword = (password: string): Promise<string> => inLane(() => hash(normal(password), cost))

let dummy: Promise<string> | null = null

/** Whether the password fits; an account that does not exist costs the same time as one that does. */
export async function fits(password: string, stored: string | null): Promise<boolean> {
  dummy ??= hashPassword('a password that nobody has')
  const against = stored ?? (await dummy)
  const isRight = await inLane(() => verify(against, normal(password)))
  return isRight && stored !== null
}
