import type { ServerApp } from '../../server-app.ts'

/** Steps of the sign-in: done before anybody has a right, and journalled under these names. */
export const signInActs = {
  signIn: 'platform.sign-in',
  signOut: 'platform.sign-out',
  secondFactor: 'platform.second-factor',
  addSecondFactor: 'platform.second-factor.add',
  changePassword: 'platform.password.change',
  forgotPassword: 'platform.password.forgot',
  renewPassword: 'platform.password.renew',
  forcePassword: 'platform.password.force',
} as const

/** Everything that is done without a right: the steps of the sign-in, and what the system does by itself. Its names are the part `acts` of the messages. */
export const actsOf = (apps: readonly ServerApp[]): readonly string[] => [
  ...new Set([...Object.values(signInActs), ...apps.flatMap(({ handlers = [] }) => handlers.map(({ job }) => job.name))]),
]
