import { asSampleUser, type System } from '@crm/platform/server'
import { saveAdded } from '@crm/register/server'
import { rights } from '../../rights.ts'
import { trade } from '../../trade.ts'

const risks = [
  ['niskie', 'low'],
  ['średnie', 'medium'],
  ['wysokie', 'high'],
] as const

/** Two fields that a made-up office added to its trade contracts. */
export async function addSampleFields(system: System): Promise<void> {
  const said = { register: trade.id, field: null, choices: [] } as const
  await asSampleUser(system, { login: 'admin', right: rights.trade.create }, async (ctx) => {
    await saveAdded(ctx, { ...said, kind: 'choice', pl: 'Ryzyko', en: 'Risk', choices: risks.map(([pl, en]) => ({ id: null, pl, en, isUsed: true })) })
    await saveAdded(ctx, { ...said, kind: 'text', pl: 'Numer w archiwum', en: 'Archive number' })
  })
}

/** What stands in them; not every contract has it. */
export const sampleAdded = (at: number) => ({
  ...(at % 3 === 0 ? { addedChoice1: `c${1 + ((at % 7) % risks.length)}` } : {}),
  ...(at % 4 === 1 ? { addedText1: `A-${String(at).padStart(4, '0')}/26` } : {}),
})
