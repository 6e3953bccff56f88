import { z } from 'zod'

const url = z.string().min(1)

/** Everything the processes read from their environment; `docker-compose.yml` is tested against these names. */
export const environment = z.object({
  /** The application's database user: it cannot change journal entries. */
  MYSQL_URL: url,
  /** The migrator's user; needed by `crm migrate` only. */
  MYSQL_MIGRATOR_URL: url.optional(),
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
  COMPANY: z.string().default('System CRM'),
  /** Set where sample data was loaded: the sign-in page then names the sample accounts. */
  CRM_DEMO: z.enum(['0', '1']).default('0'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

export type Env = z.infer<typeof environment>

/** @throws Error naming every variable that is missing or wrong, without its value */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const read = environment.safeParse(source)
  if (read.success) return read.data
  throw new Error(`The environment is incomplete: ${read.error.issues.map((issue) => `${issue.path.join('.')} (${issue.message})`).join(', ')}`)
}
