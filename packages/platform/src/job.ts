import type { Schema } from './schema.ts'

/** Work done later by a worker; the payload is plain JSON and carries ids, not protected values. */
export interface Job<Payload = unknown> {
  /** `contracts.remind-expiring` */
  readonly name: string
  readonly payload: Schema<Payload>
}

export function defineJob<Payload>(name: string, payload: Schema<Payload>): Job<Payload> {
  return { name, payload }
}
