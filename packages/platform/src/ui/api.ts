import { type FailureData, isStage, type Welcome } from '../index.ts'
import { Refused } from './refused.ts'
import { interrupted, type Interruption, person } from './session.ts'

interface Procedure {
  readonly _def: { readonly $types: { readonly input: unknown; readonly output: unknown }; readonly type: string }
}
type QueryCall<Input, Output> = { fetch: undefined extends Input ? (input?: Input) => Promise<Output> : (input: Input) => Promise<Output> }
type MutationCall<Input, Output> = { run: undefined extends Input ? (input?: Input) => Promise<Output> : (input: Input) => Promise<Output> }
type Call<P extends Procedure> = P['_def']['type'] extends 'query'
  ? QueryCall<P['_def']['$types']['input'], P['_def']['$types']['output']>
  : MutationCall<P['_def']['$types']['input'], P['_def']['$types']['output']>

/** A router as it is called from the browser; a renamed procedure or field breaks the caller's compilation. */
export type Api<Router> = { readonly [Name in keyof Router]: Router[Name] extends Procedure ? Call<Router[Name]> : Api<Router[Name]> }

/** The calls of one app. Nothing of the server is in it but its types. */
export function createApi<Router>(app: string): Api<Router> {
  // A proxy of names: the router's type says which of them exist.
  return calls([app]) as Api<Router>
}

function calls(path: readonly string[]): object {
  return new Proxy(
    {},
    {
      get(_target, name) {
        if (typeof name !== 'string') return undefined
        if (name === 'fetch') return (input?: unknown) => ask(path.join('.'), input)
        if (name === 'run') return (input?: unknown) => act(path.join('.'), input)
        return calls([...path, name])
      },
    },
  )
}

const ask = (path: string, input: unknown) => send(`/trpc/${path}${input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`}`)

/** A change as small as this is sent to its end although the tab is closed meanwhile; browsers allow 64 kB of such at once. */
const keptAlive = 1_000

function act(path: string, input: unknown): Promise<unknown> {
  const body = input === undefined ? '' : JSON.stringify(input)
  return send(`/trpc/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, keepalive: body.length <= keptAlive, ...(body && { body }) })
}

/** Calls that were sent and not answered; any of them may bring the session's next token. */
const underway = new Set<Promise<unknown>>()

async function send(address: string, options: RequestInit = {}, { isRepeated = false } = {}): Promise<unknown> {
  const call = fetch(address, { credentials: 'same-origin', ...options }).catch(() => null)
  underway.add(call)
  const answer = await call.finally(() => underway.delete(call))
  const body = (await answer?.json().catch(() => null)) as Wire | null | undefined // the wire's two shapes
  if (!answer || !body) throw new Refused({ code: 'unavailable', params: {} })
  if (!body.error) return body.result?.data ?? null
  const { failure } = body.error.data
  if (failure.code === 'signed-out' || isStage(failure.code)) {
    const why = isRepeated ? failure.code : await whyOut(failure.code)
    if (why === null) return send(address, options, { isRepeated: true })
    // Somebody who was in and no longer is signs in over the page, or changes a password that is over; then the call is made again.
    if (await interrupted(why)) return send(address, options)
  }
  throw new Refused(failure)
}

type Wire = { result?: { data: unknown }; error?: { data: { failure: FailureData } } }

const otherTabsMs = 600
const longestCallMs = 3_000
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

let looking: Promise<Interruption | null> | null = null

/**
 * Why the person is not in any more; `null` when their session goes on under a new token, as it does when the password or a factor
 * was changed: here, by a call whose answer is still to come, or in another tab. Whatever is told at once that it is over looks once.
 */
export function whyOut(told: Interruption): Promise<Interruption | null> {
  looking ??= look(told).finally(() => {
    looking = null
  })
  return looking
}

async function look(told: Interruption): Promise<Interruption | null> {
  const me = person()
  if (!me) return told
  for (const wait of [0, otherTabsMs]) {
    await pause(wait)
    await Promise.race([Promise.all(underway), pause(longestCallMs)])
    const found = (await send('/trpc/platform.session.welcome').catch(() => null)) as Welcome | null // the answer of this procedure
    if (found?.halfway) return found.halfway.stage
    if (found?.me) return found.me.id === me.id ? null : told
  }
  return told
}
