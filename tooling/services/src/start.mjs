// npm start: System CRM with the data it has; the first start makes an admin.
import { command, up } from './up.mjs'

await command(() => up({ hasSamples: false }))
