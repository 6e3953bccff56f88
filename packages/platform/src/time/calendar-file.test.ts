import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, it } from 'vitest'
import { calendarFile } from './calendar-file.ts'

const made = { name: 'Terminy', now: new Date('2026-11-25T09:00:00Z'), origin: 'https://crm.firma.pl' }
const entry = (title: string) => ({ uid: 'reminder-1-2026-12-31', on: '2026-12-31', title, path: '/contracts/trade/1?tab=reminders' })
const read = (file: string) => new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))

it('is read by another program as it was meant', () => {
  const [event] = read(calendarFile([entry('Łódź; 1, „dwa”\\ i\nnowy wiersz')], made))
  expect(event?.uid).toBe('reminder-1-2026-12-31@crm.firma.pl')
  expect(event?.summary).toBe('Łódź; 1, „dwa”\\ i\nnowy wiersz')
  expect([event?.startDate.isDate, event?.startDate.toString(), event?.endDate.toString()]).toEqual([true, '2026-12-31', '2027-01-01'])
  expect(event?.component.getFirstPropertyValue('url')).toBe('https://crm.firma.pl/contracts/trade/1?tab=reminders')
})

it('keeps every text, and no line is longer than 75 octets', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
      const title = `x${text.replace(/[\u0000-\u001f\u007f\u2028\u2029\u0085]/g, '')}`
      const file = calendarFile([entry(title)], made)
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      expect(read(file)[0]?.summary).toBe(title)
    }),
  )
})
