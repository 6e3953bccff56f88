// npm run demo: System CRM with made-up sample data.
import { command, up } from './up.mjs'

await command(() => up({ hasSamples: true }))
