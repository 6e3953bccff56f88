import { trade } from '@crm/app-contracts'
import { openPair } from './pair.ts'
import { race, report } from './race.ts'

const sorts = [
  ['signedOn', 'signed_on'],
  ['value', 'value'],
  ['subject', 'subject'],
  ['number', 'number'],
  ['nextEndOn', 'next_end_on'],
  ['owner', 'owner_label'],
  ['parties', 'parties_label'],
  ['costCentre', 'cost_centre'],
] as const
const filters = [
  ['active', 'cost'],
  ['active', 'revenue'],
  ['ended', 'cost'],
  ['ended', 'revenue'],
] as const

/** A page of 50 of 200,000: two filters, every sort in turn, both directions. */
export default async function list(): Promise<void> {
  const pair = await openPair()
  const asked = sorts.flatMap((sort) => filters.flatMap((filter) => (['asc', 'desc'] as const).map((dir) => ({ sort, filter, dir }))))
  const turn = () => {
    let at = 0
    return () => {
      const one = asked[at % asked.length]
      at += 1
      if (!one) throw new Error('no questions')
      return one
    }
  }
  const [oursNext, bareNext] = [turn(), turn()]
  const laps = await race(
    [
      {
        name: 'System CRM',
        pid: pair.ours.pid,
        port: pair.ours.port,
        next() {
          const { sort, filter, dir } = oursNext()
          const input = {
            columns: trade.list.columns,
            filter: {
              all: [
                { field: 'status', op: 'oneOf', value: [filter[0]] },
                { field: 'direction', op: 'oneOf', value: [filter[1]] },
              ],
            },
            sort: [{ field: sort[0], dir }],
            limit: 50,
          }
          return { path: `/trpc/contracts.trade.list?input=${encodeURIComponent(JSON.stringify(input))}`, headers: { cookie: pair.cookie } }
        },
      },
      {
        name: 'by hand',
        pid: pair.bare.pid,
        port: pair.bare.port,
        next() {
          const { sort, filter, dir } = bareNext()
          return { path: `/list?sort=${sort[1]}&dir=${dir}&status=${filter[0]}&direction=${filter[1]}` }
        },
      },
    ],
    // A server runs for weeks: at a hundred and fifty requests a second its code is compiled for good after some thousands.
    { warm: 40 },
  )
  report('list of 50 of 200,000 contracts, two filters, any sort, session and rights', laps, { ours: 'System CRM', anchor: 'by hand' })
}
