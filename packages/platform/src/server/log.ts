import { type Logger, pino } from 'pino'

/** One JSON line an event; whatever could hold a secret is left out by name. */
export const openLog = (process: string, level: string): Logger =>
  pino({
    level,
    base: { process },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['*.password', '*.cookie', '*.authorization', 'err.sql', 'err.parameters', 'err.original', 'err.parent'], remove: true },
  })
