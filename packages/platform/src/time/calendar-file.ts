import { addDays, type Day } from './day.ts'

/** One day in somebody's calendar. */
export interface CalendarEntry {
  /** The same for the same thing at every fetch: the calendar then moves the entry instead of adding one. */
  readonly uid: string
  readonly on: Day
  readonly title: string
  /** The page in the system that it leads to. */
  readonly path: string
}

interface Made {
  readonly name: string
  readonly now: Date
  /** Scheme, host and port of the system: `https://crm.firma.pl`. */
  readonly origin: string
}

/** Entries as an iCalendar file: whole days without a zone, so that no daylight-saving moves them. @see RFC 5545, RFC 7986 */
export function calendarFile(entries: readonly CalendarEntry[], { name, now, origin }: Made): string {
  const host = origin.replace(/^\w+:\/\//, '')
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//System CRM//Calendar//PL',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...entries.flatMap(({ uid, on, title, path }) => [
      'BEGIN:VEVENT',
      `UID:${uid}@${host}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${plain(on)}`,
      `DTEND;VALUE=DATE:${plain(addDays(on, 1))}`,
      `SUMMARY:${escaped(title)}`,
      `URL:${origin}${path}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const plain = (day: Day) => day.replaceAll('-', '')

/** Section 3.3.11: what would end or part a text; other control characters have no place in it. */
const escaped = (text: string) =>
  text
    .replace(/\\/g, '\\\\')
    .replace(/[;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    .replace(/[\u0000-\u001f\u007f]/g, '')

const lineOctets = 75

/** Section 3.1: at most 75 octets a line, and no character is cut in two. */
function folded(line: string): string {
  const lines: string[] = []
  let [at, length] = ['', 0]
  for (const sign of line) {
    const size = octetsOf(sign.codePointAt(0) ?? 0)
    // What follows begins with the space that says so.
    if (length + size > lineOctets) {
      lines.push(at)
      ;[at, length] = [' ', 1]
    }
    at += sign
    length += size
  }
  return [...lines, at].join('\r\n')
}

/** In UTF-8. */
const octetsOf = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)
