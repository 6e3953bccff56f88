import type { Request } from '../context.ts'
import { credentialOf } from './credential.ts'

/**
 * Whether this person may not work without a second factor. Here it is a mark of the account's own; whatever else may demand it
 * (a group, a right that is held) is asked here as well.
 */
export async function secondFactorDemanded(request: Pick<Request, 'system'>, userId: number): Promise<boolean> {
  return (await credentialOf(request.system, userId)).isFactorDemanded
}
