import { z } from 'zod'

const url = z.string().min(1)

/** Everything the processes read from their environment; `docker-compose.yml` is tested against these names. */
export const environment = z.object({
  /** The application's database user: it cannot change journal entries. */
  MYSQL_URL: url,
  /** The migrator's user; needed by `crm migrate` only. */
  MYSQL_MIGRATOR_URL: url.optional(),
  /** The only user that may add seals of the journal; the worker has it. Without it the application's user adds them. */
  MYSQL_SEALER_URL: url.optional(),
  JOBS_URL: url,
  /** Folder of the files. */
  CRM_DATA: z.string().min(1),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** The address in people's browsers; `https:` switches on Secure cookies and HSTS. */
  PUBLIC_URL: z.string().optional(),
  /** Addresses of reverse proxies whose `X-Forwarded-For` is believed, comma separated CIDR. */
  TRUSTED_PROXIES: z.string().default(''),
  /** The key of everything that a copy of the database must not give away; without one, a file beside the files keeps it. */
  CRM_SECRET: z.string().min(32).optional(),
  RECAPTCHA_SECRET: z.string().optional(),
  RECAPTCHA_API_KEY: z.string().optional(),
  /** Where reCAPTCHA answers, if not at Google's own addresses: a stand-in in tests, a gateway in a closed network. */
  RECAPTCHA_URL: z.string().optional(),
  RECAPTCHA_ENTERPRISE_URL: z.string().optional(),
  /** `smtp://user:password@host:587` or `smtps://…`; without it letters are kept and shown as not sent. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S+$/, 'must begin with smtp:// or smtps://')
    .optional(),
  /** The sender of letters, `System CRM <crm@firma.pl>`. */
  MAIL_FROM: z.string().min(3).optional(),
  /** Seals the journal; at least 32 signs. Without it a key is made in a file of the data folder. */
  JOURNAL_KEY: z.string().min(32).optional(),
  /** A folder that a scanner writes PDFs into. */
  SCAN_FOLDER: z.string().optional(),
  /** Of the mailbox that scans are sent to; where it is stands in the settings. */
  SCAN_MAIL_PASSWORD: z.string().optional(),
  COMPANY: z.string().default('System CRM'),
  /** Set where sample data was loaded: the sign-in page then names the sample accounts. */
  CRM_DEMO: z.enum(['0', '1']).default('0'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

export type Env = z.infer<typeof environment>

/** @throws Error naming every variable that is missing or wrong, without its value */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  // A variable set to nothing, as compose files do, is one that is not set.
  const read = environment.safeParse(Object.fromEntries(Object.entries(source).filter(([, value]) => value !== '')))
  if (read.success) return read.data
  throw new Error(`The environment is incomplete: ${read.error.issues.map((issue) => `${issue.path.join('.')} (${issue.message})`).join(', ')}`)
}
