import { z } from 'zod'
import { type Arrival, type CaptchaChallenge, captchaProviders, type SessionLine, type Welcome, platformSettings } from '../../index.ts'
import { rights } from '../../rights.ts'
import { allowed, type Mutation, open, type Query } from '../procedure.ts'
import { confirmPassword, signIn, signOut, welcome } from './sessions/sign-in.ts'
import type { CaptchaAct, CaptchaAnswer } from './captcha/captcha.ts'
import { challengeFor } from './captcha/challenge.ts'
import { changePassword } from './passwords/password-change.ts'
import { enterPage } from './enter-page.ts'
import { askForLink, lookAtLink, renewPassword } from './passwords/reset-link.ts'
import { endSessions, listSessions } from './sessions/session-list.ts'

const nothing = z.strictObject({}).optional()
const login = z.string().min(1).max(160)
/** Longer than a password may be, so that a long one is refused in words of its own. */
const password = z.string().min(1).max(1_000)
const captcha = z.strictObject({ provider: z.enum(captchaProviders), token: z.string().min(1).max(8_000) }).optional()
const token = z.string().min(20).max(100)

export type SessionProcedures = {
  welcome: Query<object | undefined, Welcome>
  signIn: Mutation<{ login: string; password: string; language?: 'pl' | 'en' | undefined; captcha?: CaptchaAnswer | undefined }, Arrival>
  signOut: Mutation<object | undefined, null>
  confirm: Mutation<{ password: string }, Arrival>
  enter: Mutation<{ right: string }, null>
  list: Query<object | undefined, SessionLine[]>
  end: Mutation<{ id: string }, null>
  endOthers: Mutation<object | undefined, null>
}

export const sessionProcedures: SessionProcedures = {
  welcome: open('the sign-in page asks who is there')
    .input(nothing)
    .query(({ ctx }) => welcome(ctx)),
  signIn: open('nobody is signed in before it')
    .input(z.strictObject({ login, password, language: z.enum(['pl', 'en']).optional(), captcha }))
    .mutation(({ ctx, input }) => signIn(ctx, input)),
  signOut: open('ends the own session only')
    .input(nothing)
    .mutation(({ ctx }) => signOut(ctx)),
  confirm: open('takes up a session that was put in doubt, by its password')
    .input(z.strictObject({ password }))
    .mutation(({ ctx, input }) => confirmPassword(ctx, input)),
  enter: open('a page asks whether its right is held, so that a refusal is written down')
    .input(z.strictObject({ right: z.string().max(100) }))
    .mutation(async ({ ctx, input }) => {
      await enterPage(ctx, input.right)
      return null
    }),
  list: allowed(rights.account.sessions)
    .input(nothing)
    .query(({ ctx }) => listSessions(ctx.system, { userId: ctx.user.id, session: ctx.session })),
  end: allowed(rights.account.sessions)
    .input(z.strictObject({ id: z.string().regex(/^[0-9a-f]{16}$/) }))
    .mutation(async ({ ctx, input }) => {
      const ended = await endSessions({ id: input.id, userId: ctx.user.id })
      await ctx.journal({ document: `platform.user:${ctx.user.id}`, affectedUserId: ctx.user.id, note: `${ended.length}` })
      return null
    }),
  endOthers: allowed(rights.account.sessions)
    .input(nothing)
    .mutation(async ({ ctx }) => {
      const ended = await endSessions({ userId: ctx.user.id, except: ctx.session })
      await ctx.journal({ document: `platform.user:${ctx.user.id}`, affectedUserId: ctx.user.id, note: `${ended.length}` })
      return null
    }),
}

export type PasswordProcedures = {
  rule: Query<object | undefined, { minLength: number }>
  change: Mutation<{ current: string; password: string }, Arrival>
  forgot: Mutation<{ login: string; captcha?: CaptchaAnswer | undefined }, null>
  link: Query<{ token: string }, { login: string; name: string }>
  renew: Mutation<{ token: string; password: string }, null>
}

export const passwordProcedures: PasswordProcedures = {
  rule: open('what a password must be is no secret')
    .input(nothing)
    .query(async ({ ctx }) => ({ minLength: await ctx.system.settings.get(platformSettings.password.minLength) })),
  change: open('everybody may change their own, and must when it is over; asks for the current one')
    .input(z.strictObject({ current: password, password }))
    .mutation(({ ctx, input }) => changePassword(ctx, input)),
  forgot: open('nobody is signed in who forgot it')
    .input(z.strictObject({ login, captcha }))
    .mutation(({ ctx, input }) => askForLink(ctx, input)),
  link: open('the link is the key')
    .input(z.strictObject({ token }))
    .query(({ ctx, input }) => lookAtLink(ctx, input)),
  renew: open('the link is the key')
    .input(z.strictObject({ token, password }))
    .mutation(({ ctx, input }) => renewPassword(ctx, input)),
}

export type CaptchaProcedures = { challenge: Query<{ act: CaptchaAct; isFallback?: boolean | undefined }, CaptchaChallenge> }

export const captchaProcedures: CaptchaProcedures = {
  challenge: open('solved before anybody is signed in')
    .input(z.strictObject({ act: z.enum(['sign_in', 'forgot']), isFallback: z.boolean().optional() }))
    .query(({ ctx, input }) => challengeFor(ctx, input)),
}
