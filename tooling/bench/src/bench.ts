const benchmarks: Record<string, { does: string; load: () => Promise<{ default: () => Promise<void> }> }> = {
  list: { does: 'a page of 50 out of 200,000 contracts, two filters, any sort ÷ hand-written SQL on bare Fastify', load: () => import('./list.ts') },
  lists: { does: '150 lists at random of 200,000 contracts, some restricted, times and whether each row is right; --contracts=1000000', load: () => import('./lists.ts') },
  access: {
    does: 'a page of 50 and a count of 1,000,000 contracts with 50,000 restricted, a user in 20 groups ÷ the same without restrictions',
    load: () => import('./access.ts'),
  },
  export: { does: 'memory while 100,000 contracts go to XLSX; the same to CSV ÷ streamed by hand', load: () => import('./export.ts') },
  import: { does: 'a workbook of 50,000 rows with 1 % errors: reading and dry run in a worker, its memory', load: () => import('./import.ts') },
  depth: { does: 'the thousandth page ÷ the first, same sort', load: () => import('./depth.ts') },
  'rights-table': { does: '200 people × 300 rights in Chromium: first cells, frames a second while scrolling', load: () => import('./rights-table.ts') },
  'sign-in': { does: 'how long sign-ins hold up the event loop and file reads, and whether an unknown login shows by its time', load: () => import('./sign-in.ts') },
  labels: { does: 'own labels harmed in 23 ways at 150, 200, 300 dpi: how many are read, none as another; a 300-page scan', load: () => import('./labels.ts') },
  write: { does: 'create and update with journal, outbox and version check ÷ hand-written SQL, 16 writers', load: () => import('./write.ts') },
  journal: { does: 'journal entries with hash and seal ÷ plain rows, 16 writers; a million entries verified', load: () => import('./journal.ts') },
}

const chosen = benchmarks[process.argv[2] ?? '']
if (!chosen) {
  process.stderr.write(
    `npm run bench -- <name>\n${Object.entries(benchmarks)
      .map(([name, { does }]) => `  ${name.padEnd(8)} ${does}\n`)
      .join('')}`,
  )
  process.exit(2)
}
await (await chosen.load()).default()
process.exit(0)
