import type { Day } from '@crm/platform'
import { z } from 'zod'
import { plainAccount } from '../../identifiers.ts'
import { addressParts, type Taxpayer, type VatStatus, type WhiteListAnswer } from '../../white-list.ts'

/** Why there is no answer. `limit`: none today any more; `updating` and `silent`: later; `refused`: never to this question. */
export type WhiteListReason = 'limit' | 'updating' | 'silent' | 'refused'

export class WhiteListProblem extends Error {
  readonly reason: WhiteListReason
  /** The register's own code, `WL-115`, or the status of its answer. */
  readonly code: string

  constructor(reason: WhiteListReason, code: string) {
    super(`The register of VAT payers: ${reason} ${code}`)
    this.reason = reason
    this.code = code
  }
}

const patienceMs = 6_000
const longestAnswer = 8_000_000
const agains = 2

/** The most that the register takes in one question. */
export const mostAtOnce = 30

const subjectSchema = z.object({
  name: z.string().nullish(),
  nip: z.string().nullish(),
  regon: z.string().nullish(),
  krs: z.string().nullish(),
  statusVat: z.string().nullish(),
  residenceAddress: z.string().nullish(),
  workingAddress: z.string().nullish(),
  accountNumbers: z.array(z.string()).nullish(),
  hasVirtualAccounts: z.boolean().nullish(),
})
const stamp = { requestId: z.string(), requestDateTime: z.string() }
const oneSchema = z.object({ result: z.object({ subject: subjectSchema.nullish(), ...stamp }) })
const manySchema = z.object({
  result: z.object({
    entries: z.array(z.object({ identifier: z.string(), subjects: z.array(subjectSchema).nullish(), error: z.object({ code: z.string() }).nullish() })),
    ...stamp,
  }),
})
const refusalSchema = z.object({ code: z.string() })

/**
 * What the register says of one taxpayer.
 *
 * @throws WhiteListProblem
 * @see product/facts-poland.md section 1 — one that is not in the register is an answer, not an error
 */
export async function askOne(address: string, { nip, day, now }: { nip: string; day: Day; now: Date }): Promise<WhiteListAnswer> {
  const { result } = read(oneSchema, await get(address, `/api/search/nip/${nip}?date=${day}`))
  return { nip, day, requestId: result.requestId, askedAt: now.toISOString(), taxpayer: result.subject ? taxpayerOf(nip, result.subject) : null }
}

/** The same of at most {@link mostAtOnce}; those that the register refuses by themselves are not in the answer. @throws WhiteListProblem */
export async function askMany(address: string, { nips, day, now }: { nips: readonly string[]; day: Day; now: Date }): Promise<Map<string, WhiteListAnswer>> {
  const { result } = read(manySchema, await get(address, `/api/search/nips/${nips.join(',')}?date=${day}`))
  // Not in the order of the question.
  return new Map(
    result.entries
      .filter(({ error }) => !error)
      .map(({ identifier, subjects }) => {
        const [subject] = subjects ?? []
        return [identifier, { nip: identifier, day, requestId: result.requestId, askedAt: now.toISOString(), taxpayer: subject ? taxpayerOf(identifier, subject) : null }]
      }),
  )
}

const statuses: Readonly<Record<string, VatStatus>> = { Czynny: 'active', Zwolniony: 'exempt', Niezarejestrowany: 'unregistered' }

const taxpayerOf = (nip: string, subject: z.infer<typeof subjectSchema>): Taxpayer => ({
  name: subject.name?.trim() ?? '',
  nip,
  regon: subject.regon || null,
  krs: subject.krs || null,
  status: statuses[subject.statusVat ?? ''] ?? 'unregistered',
  ...addressParts(subject.workingAddress || subject.residenceAddress || null),
  accounts: (subject.accountNumbers ?? []).map(plainAccount),
  hasVirtualAccounts: subject.hasVirtualAccounts ?? false,
})

function read<Shape extends z.ZodType>(schema: Shape, answer: unknown): z.infer<Shape> {
  const parsed = schema.safeParse(answer)
  if (!parsed.success) throw new WhiteListProblem('silent', 'shape')
  return parsed.data
}

/** One question; a database that was just updated asks to be asked again. */
async function get(address: string, path: string): Promise<unknown> {
  for (let again = 0; ; again += 1) {
    const { status, body } = await fetchText(`${address.replace(/\/+$/, '')}${path}`)
    const answer = parse(body)
    if (status === 200 && answer !== null) return answer
    const { code } = refusalSchema.safeParse(answer).data ?? { code: String(status) }
    if (code === 'WL-195' && again < agains) continue
    throw new WhiteListProblem(reasonOf(code, status), code)
  }
}

function reasonOf(code: string, status: number): WhiteListReason {
  if (code === 'WL-191' || status === 429) return 'limit'
  if (code === 'WL-195' || code === 'WL-196') return 'updating'
  return status >= 500 || status === 200 ? 'silent' : 'refused'
}

async function fetchText(url: string): Promise<{ status: number; body: string }> {
  try {
    const reply = await fetch(url, { headers: { accept: 'application/json' }, redirect: 'error', signal: AbortSignal.timeout(patienceMs) })
    if (Number(reply.headers.get('content-length') ?? 0) > longestAnswer) throw new WhiteListProblem('silent', 'length')
    return { status: reply.status, body: await textOf(reply) }
  } catch (error) {
    if (error instanceof WhiteListProblem) throw error
    throw new WhiteListProblem('silent', 'no-answer')
  }
}

/** The body, as long as it may be: a length that is not said or not true fills no memory. */
async function textOf(reply: Response): Promise<string> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of reply.body ?? []) {
    length += piece.length
    if (length > longestAnswer) throw new WhiteListProblem('silent', 'length')
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
