export type Probe = 'scanner' | 'payload'

/** Addresses that this system never had and that programs looking for holes ask everybody for. */
const hollow = [
  /[.](php\d?|phtml|aspx?|jspx?|cgi|pl|bak|sql|ya?ml|ini)$/,
  /^\/[.](env|git|svn|hg|aws|ssh|htaccess|htpasswd|ds_store|vscode)/,
  /^\/(wp-|wordpress|phpmyadmin|pma|mysqladmin|cgi-bin|actuator|server-status|solr|jenkins|manager\/html|vendor\/|xmlrpc)/,
]
const tools = /sqlmap|nikto|wapiti|nuclei|zgrab|masscan|dirbuster|gobuster|feroxbuster|acunetix|nessus|openvas|wpscan/

/** What is written into addresses to be run by somebody: SQL, scripts, paths upwards, templates, look-ups, further header lines. */
const payloads = [
  /\bunion\b[\s\S]{0,20}\bselect\b/,
  /['"]\s*(or|and)\s+['"\d][^=]{0,20}=/,
  /\b(sleep|benchmark|pg_sleep|waitfor)\s*\(/,
  /;\s*(drop|delete|insert|update)\s/,
  /<\s*(script|img|svg|iframe)[\s/>]/,
  /\bjavascript:/,
  /\bon(error|load)\s*=/,
  /[.][.][/\\]/,
  /[$]\{jndi:/,
  /\/etc\/passwd/,
  /\{\{.{0,40}\}\}/,
  /[\r\n]\s*(set-cookie|location)\s*:/,
]

/** What a request looks like from outside. */
export interface Asked {
  /** As it came, with its question. */
  readonly url: string
  readonly userAgent: string
}

/**
 * Whether a stranger's request looks for holes. Only of addresses and of the browser's name: what people type into fields is theirs.
 *
 * @see product/security.md 1.2, rules 14 and 15
 */
export function probeOf({ url, userAgent }: Asked): Probe | null {
  const text = decoded(url).toLowerCase()
  if (payloads.some((one) => one.test(text))) return 'payload'
  const path = text.split('?')[0] ?? ''
  return tools.test(userAgent.toLowerCase()) || hollow.some((one) => one.test(path)) ? 'scanner' : null
}

/** Twice, because what is hidden is hidden twice. */
function decoded(url: string): string {
  const once = (text: string) => text.replace(/\+/g, ' ').replace(/%([0-9a-f]{2})/gi, (_sign, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return once(once(url))
}
