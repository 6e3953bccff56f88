import { Failure, rightsOf } from '../../index.ts'
import type { Request } from '../context.ts'
import { demandSome } from '../procedure.ts'

/**
 * Somebody opened a page. The browser knows their rights and asks only when it does not show it; so that the refusal stands in the journal like that of a call,
 * and many of them in a minute are noticed.
 *
 * @throws Failure 'denied' when the right is not held, in general or on any document; 'missing' for a right that does not exist
 */
export async function enterPage(request: Request, rightId: string): Promise<void> {
  const right = request.system.apps.flatMap(({ app }) => rightsOf(app.rights)).find(({ id }) => id === rightId)
  if (!right) throw new Failure('missing')
  await demandSome(request, right)
}
