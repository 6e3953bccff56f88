import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A subject as the register sends it; what is not said is as of an active company without accounts. */
export interface ListedSubject {
  readonly nip: string
  readonly name?: string
  readonly statusVat?: string
  readonly accountNumbers?: readonly string[]
  readonly workingAddress?: string
  readonly regon?: string
}

/** What the stand-in says next: a code of the register with its status, silence, or a page that is no JSON; `null` is the right answer. */
export type WhiteListMood = null | 'silent' | 'not-json' | 'WL-100' | 'WL-191' | 'WL-195' | 'WL-195 once' | 'WL-196'

/**
 * The register of VAT payers as documented: `search/nip` and `search/nips` with its envelopes, its own error codes, its limit of thirty
 * and of questions a day, the day that must be said and may not be ahead.
 *
 * @see product/facts-poland.md section 1
 */
export interface WhiteList {
  readonly address: string
  set(mood: WhiteListMood): void
  list(subject: ListedSubject): void
  strike(nip: string): void
  /** The paths that were asked, in order. */
  asked(): readonly string[]
  close(): Promise<void>
}

const said: Readonly<Record<string, readonly [status: number, message: string]>> = {
  'WL-100': [500, 'Wystąpił nieoczekiwany błąd serwera.'],
  'WL-101': [400, "Pole 'data' nie może być puste."],
  'WL-102': [400, "Pole 'data' ma nieprawidłowy format."],
  'WL-103': [400, 'Data nie może być datą przyszłą.'],
  'WL-115': [400, 'Nieprawidłowy NIP.'],
  'WL-130': [400, 'Przekroczono maksymalną liczbę argumentów zapytania.'],
  'WL-190': [404, 'Niepoprawne żądanie.'],
  'WL-191': [429, 'Limit żądań dla tego adresu IP został na dziś wyczerpany.'],
  'WL-195': [400, 'Zaktualizowaliśmy bazę danych. Wykonaj ponownie zapytanie.'],
  'WL-196': [400, 'Trwa aktualizacja bazy danych. Spróbuj ponownie później.'],
}

const weights = [6, 5, 7, 2, 3, 4, 5, 6, 7]
const isNip = (nip: string) => /^\d{10}$/.test(nip) && weights.reduce((sum, weight, at) => sum + weight * Number(nip[at]), 0) % 11 === Number(nip[9])

/** @param today the day that is now, `2026-11-24` */
export async function openWhiteList({ today }: { today: () => string }): Promise<WhiteList> {
  let mood: WhiteListMood = null
  const asked: string[] = []
  const subjects = new Map<string, ListedSubject>()
  const subjectOf = (nip: string) => {
    const one = subjects.get(nip)
    return one
      ? {
          name: 'SPÓŁKA Z WYKAZU',
          statusVat: 'Czynny',
          regon: null,
          pesel: null,
          krs: null,
          residenceAddress: null,
          workingAddress: null,
          representatives: [],
          authorizedClerks: [],
          partners: [],
          accountNumbers: [],
          hasVirtualAccounts: false,
          ...one,
        }
      : null
  }
  const stamp = () => ({ requestId: `T${asked.length}-98jk3i1`, requestDateTime: '24-11-2026 10:00:00' })

  function answer(url: URL): [number, unknown] {
    const refuse = (code: string): [number, unknown] => [said[code]?.[0] ?? 400, { code, message: said[code]?.[1] ?? '' }]
    const date = url.searchParams.get('date')
    const [, which, given = ''] = /^\/api\/search\/(nips?)\/([^/]+)$/.exec(url.pathname) ?? []
    if (!which) return refuse('WL-190')
    if (!date) return refuse('WL-101')
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return refuse('WL-102')
    if (date > today()) return refuse('WL-103')
    const nips = decodeURIComponent(given).split(',')
    if (which === 'nip') return isNip(given) ? [200, { result: { subject: subjectOf(given), ...stamp() } }] : refuse('WL-115')
    if (nips.length > 30) return refuse('WL-130')
    const entries = nips.map((identifier) => {
      const subject = subjectOf(identifier)
      return isNip(identifier) ? { identifier, subjects: subject ? [subject] : [] } : { identifier, error: { code: 'WL-115', message: said['WL-115']?.[1] } }
    })
    return [200, { result: { entries: entries.reverse(), ...stamp() } }]
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://stand-in')
    asked.push(url.pathname)
    const now = mood
    if (now === 'silent') return
    if (now === 'WL-195 once') mood = null
    const code = now?.startsWith('WL-') ? now.slice(0, 6) : null
    const [status, body] = code ? [said[code]?.[0] ?? 400, { code, message: said[code]?.[1] }] : answer(url)
    response.writeHead(status, { 'content-type': 'application/json' }).end(now === 'not-json' ? '<html>Przerwa techniczna</html>' : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // listening on TCP
    set(next) {
      mood = next
    },
    list: (subject) => void subjects.set(subject.nip, subject),
    strike: (nip) => void subjects.delete(nip),
    asked: () => asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
