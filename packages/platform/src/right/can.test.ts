import { describe, expect, it } from 'vitest'
import { can, type DocumentLine } from './can.ts'

const now = '2026-11-22T10:00:00.000Z'
const right = 'contracts.trade.view'
const holder = (rights: string[] = [right], isActive = true) => ({ isActive, rights: new Set(rights) })
const line = (over: Partial<DocumentLine> = {}): DocumentLine => ({ right, effect: 'allow', isGrant: false, fromAt: null, untilAt: null, ...over })

describe('can', () => {
  it('lets the general right decide where a document has no table', () => {
    expect(can(holder(), { right, now })).toEqual({ allowed: true, by: 'right' })
    expect(can(holder([]), { right, now })).toEqual({ allowed: false, because: 'no-right' })
  })
  it('needs the right and a line where a document has a table', () => {
    expect(can(holder(), { right, now, document: { isRestricted: true, lines: [] } })).toEqual({ allowed: false, because: 'restricted' })
    expect(can(holder(), { right, now, document: { isRestricted: true, lines: [line()] } }).allowed).toBe(true)
    expect(can(holder([]), { right, now, document: { isRestricted: true, lines: [line()] } })).toEqual({ allowed: false, because: 'no-right' })
  })
  it('opens one document by a grant, only while it lasts and only for its action', () => {
    const grant = line({ isGrant: true, fromAt: '2026-11-01T00:00:00.000Z', untilAt: '2026-12-01T00:00:00.000Z' })
    expect(can(holder([]), { right, now, document: { isRestricted: true, lines: [grant] } })).toEqual({ allowed: true, by: 'grant' })
    expect(can(holder([]), { right, now: '2026-12-01T00:00:00.000Z', document: { isRestricted: true, lines: [grant] } }).allowed).toBe(false)
    expect(can(holder([]), { right: 'contracts.trade.edit', now, document: { isRestricted: true, lines: [grant] } }).allowed).toBe(false)
  })
  it('lets a deny win over everything, and an inactive account lose everything', () => {
    const lines = [line({ isGrant: true }), line({ effect: 'deny' })]
    expect(can(holder(), { right, now, document: { isRestricted: false, lines } })).toEqual({ allowed: false, because: 'denied' })
    expect(can(holder([right], false), { right, now })).toEqual({ allowed: false, because: 'inactive' })
  })
})
