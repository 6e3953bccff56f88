import { right } from '@crm/platform'

/** One right for each button that every register has; spread it into the app's own tree. */
export const registerRights = () =>
  ({
    view: right({ denied: 'page' }),
    create: right(),
    edit: right(),
    archive: right(),
    restore: right(),
    remove: right({ risk: 'sensitive' }),
    history: right(),
    access: right({ risk: 'sensitive' }),
  }) as const

/** The named rights that the procedures of a register ask for. */
export type RegisterRights = { readonly [Name in keyof ReturnType<typeof registerRights>]: import('@crm/platform').Right }
