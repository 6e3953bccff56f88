import { aboutLines, type AboutGroup, type AboutLine, dayOf, type Language, type Right, sentence } from '@crm/platform'
import { comingReminders, holderOf, type Reading, visibleWhere } from '@crm/platform/server'
import { recentComments } from '@crm/register/server'
import { recentFiles } from '@crm/storage/server'
import { contracts } from '../contracts.ts'
import { rights, type VariantRights } from '../rights.ts'
import { variants } from '../variants.ts'
import { invoicesOfContracts } from './invoices-of-contracts.ts'
import { filesFor } from './router.ts'
import { seenVariants } from './seen-variants.ts'

/** So many contracts of a variant are looked into for their invoices, files, reminders and comments: the newest. */
const lookedInto = 1_000

/** What is done with one party: its contracts by variant, and what hangs on those of them that the reader may see. */
export async function aboutParty(ctx: Reading, { document, language }: { document: string; language: Language }): Promise<AboutGroup[]> {
  const partyId = /^directory\.party:(\d+)$/.exec(document)?.[1]
  if (!partyId) return []
  const seen = await Promise.all(seenVariants(ctx).map((variant) => contractsOf(ctx, variant, { partyId: Number(partyId), language })))
  const attached = await attachedTo(ctx, seen, language)
  return [...seen.map(({ group }) => group), ...attached].filter((group) => group.count > 0)
}

type Seen = ReturnType<typeof seenVariants>[number]
interface Contracts {
  readonly entity: string
  readonly group: AboutGroup
  /** Number and title by id, of the contracts that are looked into. */
  readonly known: ReadonlyMap<number, { readonly number: string; readonly title: string }>
  /** The same contracts by what the reader may do with them. */
  may(right: Right): Promise<number[]>
}

const say = (language: Language, path: string) => sentence(contracts.messages[language], path, { language }) ?? path

async function contractsOf(ctx: Reading, { entity, register, where, hasAmounts }: Seen, { partyId, language }: { partyId: number; language: Language }): Promise<Contracts> {
  const { read } = ctx.system.database
  const from = `from ${register.table}_parties l join ${register.table} t on t.id = l.record_id where l.target_id = ? and t.shelf <> 'removed' and ${where.text}`
  const [[total], rows] = await Promise.all([
    read.query(`select count(*) ${from}`, [partyId, ...where.values]),
    read.query(`select t.id, t.number, t.subject, t.status, t.next_end_on, t.value, t.currency ${from} order by t.id desc limit ${lookedInto}`, [partyId, ...where.values]),
  ])
  const lines = rows.slice(0, aboutLines).map(
    ([id, number, subject, status, nextEndOn, value, currency]): AboutLine => ({
      path: `/contracts/${entity}/${Number(id)}`,
      code: String(number),
      title: String(subject),
      state: say(language, `${entity}.choices.status.${String(status)}`),
      day: nextEndOn === null ? null : String(nextEndOn),
      amount: value === null || !hasAmounts ? null : String(value),
      currency: String(currency),
    }),
  )
  const filter = JSON.stringify({ all: [{ field: 'parties', op: 'oneOf', value: [partyId] }] })
  const ids = rows.map(([id]) => Number(id))
  return {
    entity,
    group: {
      title: say(language, `${entity}.title`),
      dayTitle: say(language, 'about.nextEnd'),
      count: Number(total?.[0]),
      lines,
      allPath: `/contracts/${entity}?f=${encodeURIComponent(filter)}`,
    },
    known: new Map(rows.map(([id, number, subject]) => [Number(id), { number: String(number), title: String(subject) }])),
    async may(right) {
      const allowed = visibleWhere(ctx.user, { kind: register.id, right: right.id, now: ctx.now })
      if (allowed === 'all' || allowed === 'none' || ids.length === 0) return allowed === 'all' ? ids : []
      return (await read.query(`select t.id from ${register.table} t where t.id in (?) and ${allowed.text}`, [ids, ...allowed.values])).map(([id]) => Number(id))
    },
  }
}

/** Invoices, files, reminders, comments: each behind its own right on each contract. */
async function attachedTo(ctx: Reading, seen: readonly Contracts[], language: Language): Promise<AboutGroup[]> {
  const limit = aboutLines
  const parts = seen.map(({ entity, known, may }) => {
    const own = rights[entity as keyof typeof variants] as VariantRights // its own names
    const kind = `contracts.${entity}`
    const files = filesFor(variants, rights)[entity]
    const line = (document: string, more: Partial<AboutLine> & { tab: string }): AboutLine => {
      const id = Number(document.slice(kind.length + 1))
      const { tab, ...said } = more
      return { path: `/contracts/${entity}/${id}?tab=${tab}`, code: known.get(id)?.number ?? null, title: '', state: null, day: null, amount: null, currency: null, ...said }
    }
    const documents = async (right: Right) => (await may(right)).map((id) => `${kind}:${id}`)
    return {
      async invoices() {
        if (!holderOf(ctx.user)(own.amounts.id)) return { count: 0, lines: [] }
        const { count, lines } = await invoicesOfContracts(ctx.system, { kind, ids: [...known.keys()], limit })
        return {
          count,
          lines: lines.map(({ contractId, number, seller, issuedOn, isPaid, gross, currency }) =>
            line(`${kind}:${contractId}`, {
              tab: 'invoices',
              title: `${number} · ${seller}`,
              state: say(language, isPaid ? 'about.paid' : 'about.unpaid'),
              day: issuedOn,
              amount: gross,
              currency,
            }),
          ),
        }
      },
      async files() {
        if (!files) return { count: 0, lines: [] }
        const { count, lines } = await recentFiles(ctx, files, { documents: await documents(own.files.list), limit })
        return {
          count,
          lines: lines.map(({ document, name, description, at }) =>
            line(document, { tab: 'files', title: description ? `${name} · ${description}` : name, day: dayOf(new Date(at)) }),
          ),
        }
      },
      async reminders() {
        const { count, lines } = await comingReminders(ctx.system, { kind, ids: await may(own.reminders.view), limit })
        return { count, lines: lines.map(({ document, about, targetOn }) => line(document, { tab: 'reminders', title: about, day: targetOn })) }
      },
      async comments() {
        const { count, lines } = await recentComments(ctx.system, { documents: await documents(own.comments), limit })
        return {
          count,
          // Called people stand in a comment by their numbers.
          lines: lines.map(({ document, by, body, at }) =>
            line(document, { tab: 'comments', title: `${by}: ${body.replaceAll(/@\{\d+\}/g, '@…').slice(0, 160)}`, day: dayOf(new Date(at)) }),
          ),
        }
      },
    }
  })
  const groups = [
    { title: 'invoices', dayTitle: 'issuedOn', order: -1 },
    { title: 'files', dayTitle: 'addedOn', order: -1 },
    { title: 'reminders', dayTitle: 'remindOn', order: 1 },
    { title: 'comments', dayTitle: 'saidOn', order: -1 },
  ] as const
  return Promise.all(
    groups.map(async ({ title, dayTitle, order }): Promise<AboutGroup> => {
      const answers = await Promise.all(parts.map((part) => part[title]()))
      const lines = answers.flatMap((answer) => answer.lines).sort((one, other) => order * ((one.day ?? '') < (other.day ?? '') ? -1 : 1))
      return {
        title: say(language, `about.${title}`),
        dayTitle: say(language, `about.${dayTitle}`),
        count: answers.reduce((sum, answer) => sum + answer.count, 0),
        lines: lines.slice(0, limit),
        allPath: null,
      }
    }),
  )
}
