import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Request } from '../../context.ts'
import { keyFor } from '../keys.ts'

/** A browser that somebody has signed in from before, told by a signed cookie that outlives sessions. It opens nothing; it only keeps its owner from being locked out by others. */
export interface Device {
  readonly id: string
  readonly users: readonly Acquaintance[]
}

/** Whom a browser knows, and since when in whole minutes, rounded up; 0 for a cookie from before that was written down. */
interface Acquaintance {
  readonly userId: number
  readonly minute: number
}

const days = 400
const usersPerDevice = 8
const minuteMs = 60_000

const nameOf = (request: Request) => (isSecure(request) ? '__Host-crm-device' : 'crm-device')
const isSecure = ({ system }: Request) => system.env.PUBLIC_URL?.startsWith('https:') ?? false

export function deviceOf(request: Request): Device | null {
  const value = new RegExp(`(?:^|;\\s*)${nameOf(request)}=([\\w.-]+)`).exec(request.cookie)?.[1]
  const [id = '', users = '', signature = ''] = value?.split('.') ?? []
  if (!/^[0-9a-f]{32}$/.test(id) || !isSame(signature, sign(request, `${id}.${users}`))) return null
  return { id, users: users.split('-').map(read) }
}

export function knownDevice(request: Request, userId: number | null): Device | null {
  const device = deviceOf(request)
  return device?.users.some((user) => user.userId === userId) ? device : null
}

/** Whether the browser knew this person before a moment: whoever came in with a stolen password has made theirs known since. */
export const knewBefore = (request: Request, userId: number, moment: Date): boolean =>
  deviceOf(request)?.users.some((user) => user.userId === userId && user.minute * minuteMs < moment.getTime()) ?? false

/** The browser becomes one from which this user has signed in; several people may share it. */
export function rememberDevice(request: Request, userId: number): void {
  const known = deviceOf(request)
  const id = known?.id ?? randomBytes(16).toString('hex')
  const own = known?.users.find((user) => user.userId === userId) ?? { userId, minute: Math.ceil(request.system.now().getTime() / minuteMs) }
  const users = [own, ...(known?.users ?? []).filter((other) => other.userId !== userId)].slice(0, usersPerDevice).map(written).join('-')
  const value = `${id}.${users}.${sign(request, `${id}.${users}`)}`
  request.setCookie(`${nameOf(request)}=${value}; Path=/; Max-Age=${days * 86_400}; HttpOnly; SameSite=Lax${isSecure(request) ? '; Secure' : ''}`)
}

/** `17_mjy8zk`: the account and the minute, in base 36. */
const written = ({ userId, minute }: Acquaintance) => (minute === 0 ? String(userId) : `${userId}_${minute.toString(36)}`)

function read(text: string): Acquaintance {
  const [userId = '', minute] = text.split('_')
  return { userId: Number(userId), minute: minute === undefined ? 0 : Number.parseInt(minute, 36) }
}

const sign = (request: Request, text: string) => createHmac('sha256', keyFor(request.system, 'device')).update(text).digest('base64url')

const isSame = (left: string, right: string) => left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right))
