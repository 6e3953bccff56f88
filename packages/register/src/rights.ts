import { type LevelName, type NamedRights, reminderRights, type Right, right } from '@crm/platform'

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
    export: right({ risk: 'sensitive' }),
    print: right(),
    import: right({ risk: 'sensitive', denied: 'page' }),
    comments: right(),
    /** Write, and change or take away what oneself wrote. */
    comment: right(),
    /** Take away what somebody else wrote. */
    moderate: right({ risk: 'sensitive' }),
    saveView: right(),
    shareView: right(),
    destroy: right({ risk: 'sensitive' }),
    /** The numbers of what is gone for good, and why. */
    voided: right(),
    reminders: reminderRights(),
  }) as const

/** The named rights that the procedures of a register ask for. */
export type RegisterRights = NamedRights<string, ReturnType<typeof registerRights>>

/** Which of them belong to each level; an app adds its own to its lists. */
export function registerLevels({
  view,
  create,
  edit,
  archive,
  restore,
  remove,
  history,
  access,
  export: take,
  print,
  import: bring,
  comments,
  comment,
  moderate,
  saveView,
  shareView,
  destroy,
  voided,
  reminders,
}: RegisterRights): Record<LevelName, string[]> {
  const read = [view, saveView, comments, reminders.view, reminders.done, reminders.snooze]
  const work = [...read, create, edit, history, take, print, comment, voided, reminders.set]
  const approve = [...work, archive, restore, shareView, bring, reminders.remove]
  const ids = (rights: readonly Right[]) => rights.map((one) => one.id)
  return { read: ids(read), work: ids(work), approve: ids(approve), manage: ids([...approve, remove, access, destroy, moderate]) }
}
