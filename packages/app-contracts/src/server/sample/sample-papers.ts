import { addDays, dayOf } from '@crm/platform'
import { statement, type Writing } from '@crm/platform/server'
import { type AnyRegister, documentOf, type Referred } from '@crm/register'
import { insertComment, type Stored } from '@crm/register/server'
import { attachSamplePaper, lend, printLabel } from '@crm/storage/server'
import { desk, papers } from '../router.ts'

/** One contract in so many has its paper in the system, and people who talk about it. */
const every = 23

const talk = [
  ['Proszę sprawdzić, czy druga strona odesłała podpisany egzemplarz.', 'Jest, odłożony do segregatora. Skan w załącznikach.'],
  ['Kontrahent pyta o wcześniejsze zakończenie za porozumieniem stron.', 'Najpierw trzeba rozliczyć sprzęt, wrócimy do tego po inwentaryzacji.'],
  ['W paragrafie o waloryzacji jest stary wskaźnik, do poprawy przy najbliższym aneksie.', 'Zanotowane, dopiszę do listy zmian.'],
] as const

/** The text of a contract as a PDF, a label that mostly came back, comments, and now and then an original that somebody took. */
export async function samplePapers(ctx: Writing, register: AnyRegister, { record, at }: { record: Stored; at: number }): Promise<void> {
  if (at % every !== 0) return
  const values = record.values as { number: string; subject: string; signedOn: string; startsOn: string; parties: readonly Referred[] | null; owner: Referred } // fields of every variant
  const document = documentOf(register, record.id)
  const turn = at / every
  await attachSamplePaper(ctx, {
    document,
    documentCode: values.number,
    name: `Umowa ${values.number.replaceAll('/', '-')}.pdf`,
    heading: `Umowa nr ${values.number}`,
    paragraphs: [
      `zawarta dnia ${values.signedOn} między Przykładową Spółką z o.o. a: ${(values.parties ?? []).map((party) => party.label).join(', ') || 'osobą wymienioną w załączniku'}.`,
      `§ 1. Przedmiotem umowy jest: ${values.subject}. Strony wykonują ją od dnia ${values.startsOn}.`,
      '§ 2. Strona, która opóźnia się z wykonaniem o więcej niż siedem dni, płaci karę umowną w wysokości 0,2% wynagrodzenia za każdy dzień.',
      '§ 3. Zmiany umowy wymagają aneksu w formie pisemnej. Spory rozstrzyga sąd właściwy dla siedziby zamawiającego.',
    ],
  })
  const labelled = desk.documents.find(({ kind }) => kind === register.id)
  const shelved = papers.documents.find(({ kind }) => kind === register.id)
  if (!labelled || !shelved) return
  const label = await printLabel(ctx, labelled, record.id)
  if (turn % 4 !== 3) await statement('update storage_label set returned_at = ? where id = ?', [ctx.now, label.id])
  const [asked, answered] = talk[turn % talk.length] ?? talk[0]
  await insertComment(ctx, { document, body: asked, authorId: ctx.user.id })
  await insertComment(ctx, { document, body: answered, authorId: values.owner.id })
  await ctx.journal({ document, documentCode: values.number, note: 'sample data' })
  if (turn % 5 === 2) {
    const weeksAgo = { ...ctx, now: new Date(ctx.now.getTime() - 14 * 86_400_000) }
    // The first is overdue by now.
    const lending = { holderId: values.owner.id, outsider: null, dueOn: addDays(dayOf(weeksAgo.now), 5 + turn), note: null }
    await lend(weeksAgo, shelved, { id: record.id, code: values.number, lending })
  }
}
