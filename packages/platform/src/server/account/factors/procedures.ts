import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { z } from 'zod'
import { type Arrival, Failure, type FactorState, invalid } from '../../../index.ts'
import { signInActs } from '../sessions/acts.ts'
import { rights } from '../../../rights.ts'
import type { Reading, Request, Writing } from '../../context.ts'
import { statement, transact } from '../../database/database.ts'
import { writeJournal } from '../../journal/journal.ts'
import { fits } from '../passwords/password.ts'
import { allowed, type Mutation, open, type Query } from '../../procedure.ts'
import { begin } from '../sessions/arrival.ts'
import { setCredential } from '../credential.ts'
import { factorsOf } from './factors.ts'
import { addPasskey, authenticationOptions, registrationOptions, removePasskey, takePasskey } from './passkeys.ts'
import { newRecoveryCodes, takeRecoveryCode } from './recovery-codes.ts'
import { secondFactorDemanded } from './second-factor-demand.ts'
import { recordSecurity } from '../attacks/security-event.ts'
import { reserve, Throttled } from '../attacks/throttle.ts'
import { draftTotp, takeTotp } from './totp.ts'
import { momentOf, momentOrNull } from '../../database/moment.ts'

const nothing = z.strictObject({}).optional()
const code = z.string().min(1).max(40)
const password = z.string().min(1).max(1_000)
/** An authenticator's answer; the library checks every field that it uses. */
const response = z.looseObject({ id: z.string().max(1_400) })

/** A first factor gives recovery codes, shown once; a second one changes nothing about them. */
type Enrolled = { readonly arrival: Arrival; readonly recoveryCodes: readonly string[] | null }

export type FactorProcedures = {
  prove: Mutation<{ kind: 'totp' | 'recovery'; code: string } | { kind: 'passkey'; response: object }, Arrival>
  passkeyQuestion: Mutation<object | undefined, PublicKeyCredentialRequestOptionsJSON>
  state: Query<object | undefined, FactorState>
  draftTotp: Mutation<{ password?: string | undefined }, { secret: string; uri: string }>
  addTotp: Mutation<{ code: string }, Enrolled>
  draftPasskey: Mutation<{ password?: string | undefined }, PublicKeyCredentialCreationOptionsJSON>
  addPasskey: Mutation<{ response: object; name: string }, Enrolled>
  remove: Mutation<{ kind: 'totp' | 'passkey'; id?: string | undefined; password: string }, null>
  recoveryCodes: Mutation<{ password: string }, string[]>
}

/** What changes how a person proves themselves asks for their password again. */
const withPassword = { before: ({ ctx, input }: { ctx: Reading; input: { password: string } }) => mustKnowPassword(ctx, ctx.user.id, input.password) }

export const factorProcedures: FactorProcedures = {
  prove: open('the second step of signing in')
    .input(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('totp'), code }),
        z.strictObject({ kind: z.literal('recovery'), code }),
        z.strictObject({ kind: z.literal('passkey'), response }),
      ]),
    )
    .mutation(({ ctx, input }) => prove(ctx, input)),
  passkeyQuestion: open('the second step of signing in')
    .input(nothing)
    .mutation(({ ctx }) => authenticationOptions(ctx, halfwayAt(ctx, 'second-factor').userId)),
  state: allowed(rights.account.secondFactor)
    .input(nothing)
    .query(({ ctx }) => stateOf(ctx, ctx.user.id)),
  draftTotp: open('own account only; in the middle of signing in where a second factor is demanded, otherwise with the password')
    .input(z.strictObject({ password: password.optional() }))
    .mutation(async ({ ctx, input }) => draftTotp(ctx, await mayEnrol(ctx, input.password))),
  addTotp: open('own account only, after draftTotp')
    .input(z.strictObject({ code }))
    .mutation(({ ctx, input }) => enrolTotp(ctx, input.code)),
  draftPasskey: open('own account only; in the middle of signing in where a second factor is demanded, otherwise with the password')
    .input(z.strictObject({ password: password.optional() }))
    .mutation(async ({ ctx, input }) => registrationOptions(ctx, await mayEnrol(ctx, input.password))),
  addPasskey: open('own account only, after draftPasskey')
    .input(z.strictObject({ response, name: z.string().trim().min(1).max(80) }))
    .mutation(({ ctx, input }) => enrol(ctx, (userId) => addPasskey(ctx, userId, input))),
  remove: allowed(rights.account.secondFactor)
    .input(z.strictObject({ kind: z.enum(['totp', 'passkey']), id: z.string().max(1_400).optional(), password }))
    .mutation(async ({ ctx, input }) => {
      await removeFactor(ctx, input)
      return null
    }, withPassword),
  recoveryCodes: allowed(rights.account.secondFactor)
    .input(z.strictObject({ password }))
    .mutation(async ({ ctx }) => {
      const codes = await newRecoveryCodes(ctx, ctx.user.id)
      await ctx.journal({ document: `platform.user:${ctx.user.id}`, affectedUserId: ctx.user.id, note: 'recovery codes' })
      return codes
    }, withPassword),
}

function halfwayAt(request: Request, stage: 'second-factor' | 'enrol-second-factor') {
  const { halfway } = request
  if (halfway?.stage !== stage) throw new Failure(halfway?.stage ?? 'signed-out')
  return halfway
}

/** @throws Failure 'in-use' for the last one where one is demanded */
async function removeFactor(ctx: Writing, { kind, id = '' }: { kind: 'totp' | 'passkey'; id?: string | undefined }): Promise<void> {
  const userId = ctx.user.id
  const { totpSince, passkeys, isDemanded } = await stateOf(ctx, userId)
  const left = passkeys.length + (totpSince === null ? 0 : 1) - 1
  if (left <= 0 && isDemanded) throw new Failure('in-use')
  if (kind === 'totp') await setCredential(userId, { totp_secret: null, totp_since: null, totp_step: null })
  else await removePasskey(userId, id)
  if (left <= 0) await statement('delete from platform_recovery_code where user_id = ?', [userId])
  await statement('delete from platform_session where user_id = ? and token_hash not like ?', [userId, `${ctx.session}%`])
  await ctx.journal({ document: `platform.user:${userId}`, affectedUserId: userId, note: `-${kind}` })
}

type Proof = { kind: 'totp' | 'recovery'; code: string } | { kind: 'passkey'; response: object }

/** @throws Failure 'wrong-code'; 'too-many-attempts' after ten in a quarter of an hour, however many sessions */
async function prove(request: Request, proof: Proof): Promise<Arrival> {
  const { userId } = halfwayAt(request, 'second-factor')
  const attempt = await reserve(request, [{ kind: 'code', of: String(userId), most: 10, windowMinutes: 15, lockMinutes: 15, userId }]).catch(async (error: unknown) => {
    if (!(error instanceof Throttled)) throw error
    if (error.locked.isNew)
      await recordSecurity(request, { rule: 'account-locked', severity: 'critical', count: 10, windowSeconds: 900, action: 'codes-refused', blockedUntil: error.locked.until })
    throw new Failure('too-many-attempts', { minutes: 15 })
  })
  const isRight =
    proof.kind === 'passkey'
      ? await takePasskey(request, userId, proof.response)
      : proof.kind === 'totp'
        ? await takeTotp(request, userId, { code: proof.code.replace(/\s/g, ''), isDraft: false })
        : await takeRecoveryCode(request, userId, proof.code)
  if (!isRight) {
    await recordSecurity(request, { rule: 'wrong-code', severity: 'info', action: proof.kind })
    await writeJournal(request, { action: signInActs.secondFactor, rights: '', outcome: 'denied', actorId: userId, note: proof.kind })
    throw new Failure('wrong-code')
  }
  await attempt.giveBack()
  return begin(request, userId, 'in')
}

/** In the middle of signing in, a password was just given; otherwise it is asked for again (ASVS 7.5.1). */
async function mayEnrol(request: Request, given: string | undefined): Promise<{ userId: number; login: string; name: string }> {
  if (request.halfway?.stage === 'enrol-second-factor') return request.halfway
  if (!request.user) throw new Failure(request.halfway?.stage ?? 'signed-out')
  await mustKnowPassword(request, request.user.id, given ?? '')
  return { userId: request.user.id, login: request.user.login, name: request.user.name }
}

async function mustKnowPassword(request: Request, userId: number, given: string): Promise<void> {
  const attempt = await reserve(request, [{ kind: 'confirm', of: String(userId), most: 10, windowMinutes: 15, lockMinutes: 15, userId }]).catch((error: unknown) => {
    throw error instanceof Throttled ? new Failure('too-many-attempts', { minutes: 15 }) : error
  })
  const [row] = await request.system.database.read.query('select password_hash from platform_user where id = ?', [userId])
  if (!(await fits(given, row?.[0] ? String(row[0]) : null))) throw invalid({ path: 'password', code: 'password-current' })
  await attempt.giveBack()
}

async function enrolTotp(request: Request, typed: string): Promise<Enrolled> {
  const userId = request.user?.id ?? halfwayAt(request, 'enrol-second-factor').userId
  if (!(await takeTotp(request, userId, { code: typed.replace(/\s/g, ''), isDraft: true }))) throw invalid({ path: 'code', code: 'wrong-code' })
  return enrol(request, () => setCredential(userId, { totp_since: request.system.now() }))
}

async function enrol(request: Request, add: (userId: number) => Promise<void>): Promise<Enrolled> {
  const userId = request.user?.id ?? halfwayAt(request, 'enrol-second-factor').userId
  const isFirst = (await factorsOf(request.system, userId)).length === 0
  const recoveryCodes = await transact(request.system.database, async () => {
    await add(userId)
    await statement('delete from platform_session where user_id = ? and token_hash not like ?', [userId, `${request.session}%`])
    await writeJournal(request, {
      action: signInActs.addSecondFactor,
      rights: '',
      outcome: 'done',
      actorId: userId,
      affectedUserId: userId,
      document: `platform.user:${userId}`,
      isChange: true,
    })
    return isFirst ? newRecoveryCodes(request, userId) : null
  })
  return { arrival: await begin(request, userId, 'in'), recoveryCodes }
}

async function stateOf(request: Request, userId: number): Promise<FactorState> {
  const { read } = request.system.database
  const [credential] = await read.query('select totp_since from platform_credential where user_id = ?', [userId])
  const passkeys = await read.query('select id, name, created_at, used_at from platform_passkey where user_id = ? order by created_at', [userId])
  const [codes] = await read.query('select count(*) from platform_recovery_code where user_id = ? and used_at is null', [userId])
  return {
    totpSince: momentOrNull(credential?.[0]),
    passkeys: passkeys.map(([id, name, createdAt, usedAt]) => ({ id: String(id), name: String(name), createdAt: momentOf(createdAt), usedAt: momentOrNull(usedAt) })),
    recoveryCodesLeft: Number(codes?.[0] ?? 0),
    isDemanded: await secondFactorDemanded(request, userId),
  }
}
