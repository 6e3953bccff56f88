// Runs alone, with limits, on one packed file given as its argument; answers one line of JSON.
import { writeFileSync } from 'node:fs'
import { wrongWithPacked } from './check-packed.ts'

const { path } = JSON.parse(process.argv[2] ?? '') as { path: string } // written by reasonAgainst
writeFileSync(1, JSON.stringify({ reason: await wrongWithPacked(path) }))
process.exit(0)
