import { servers } from '@crm/catalog/server'
import { type Breach, openSystem, readEnv, verifyJournal } from '@crm/platform/server'

/** Say whether the journal is whole; the process ends with 1 when it is not. */
export async function verify(): Promise<void> {
  const system = openSystem(readEnv(process.env), { apps: servers, process: 'crm' })
  try {
    const { breach, entryCount, sealCount, unsealedCount } = await verifyJournal(system)
    process.stdout.write(
      breach ? `BREACH: ${sentence(breach)}\n` : `The journal is whole: ${entryCount} entries under ${sealCount} seals, ${unsealedCount} written since and waiting for theirs.\n`,
    )
    if (breach) process.exitCode = 1
  } finally {
    await system.close()
  }
}

function sentence(breach: Breach): string {
  if (breach.kind === 'seal') return `seal ${breach.seal} is missing, was changed or was not made with our key.`
  if (breach.kind === 'cut-off') return `the end was cut off: entry ${breach.entry} and what followed it are gone; they were sealed by ${breach.knownAt} UTC.`
  return `entry ${breach.entry} was ${breach.kind} after it had been sealed.`
}
