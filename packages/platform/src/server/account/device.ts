import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Request } from '../context.ts'
import { keyFor } from './keys.ts'

/** A browser that somebody has signed in from before, told by a signed cookie that outlives sessions. It opens nothing; it only keeps its owner from being locked out by others. */
export interface Device {
  readonly id: string
  readonly userIds: readonly number[]
}

const days = 400
const usersPerDevice = 8

const nameOf = (request: Request) => (isSecure(request) ? '__Host-crm-device' : 'crm-device')
const isSecure = ({ system }: Request) => system.env.PUBLIC_URL?.startsWith('https:') ?? false

export function deviceOf(request: Request): Device | null {
  const value = new RegExp(`(?:^|;\\s*)${nameOf(request)}=([\\w.-]+)`).exec(request.cookie)?.[1]
  const [id = '', users = '', signature = ''] = value?.split('.') ?? []
  if (!/^[0-9a-f]{32}$/.test(id) || !isSame(signature, sign(request, `${id}.${users}`))) return null
  return { id, userIds: users.split('-').map(Number) }
}

export const knownDevice = (request: Request, userId: number | null): Device | null => {
  const device = deviceOf(request)
  return device && userId !== null && device.userIds.includes(userId) ? device : null
}

/** The browser becomes one from which this user has signed in; several people may share it. */
export function rememberDevice(request: Request, userId: number): void {
  const known = deviceOf(request)
  const id = known?.id ?? randomBytes(16).toString('hex')
  const users = [userId, ...(known?.userIds ?? []).filter((other) => other !== userId)].slice(0, usersPerDevice).join('-')
  const value = `${id}.${users}.${sign(request, `${id}.${users}`)}`
  request.setCookie(`${nameOf(request)}=${value}; Path=/; Max-Age=${days * 86_400}; HttpOnly; SameSite=Lax${isSecure(request) ? '; Secure' : ''}`)
}

const sign = (request: Request, text: string) => createHmac('sha256', keyFor(request.system, 'device')).update(text).digest('base64url')

const isSame = (left: string, right: string) => left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right))
