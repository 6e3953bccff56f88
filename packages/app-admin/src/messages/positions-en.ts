import type { SameMessages } from '@crm/platform'
import type * as polish from './positions-pl.ts'

export const positions: SameMessages<typeof polish.positions> = {
  title: 'Positions',
  lead: 'The list from which a user’s position is chosen. Rights given to the group of a position belong to everybody in it.',
  add: 'Add a position',
  empty: 'There is no position yet.',
  count: { one: '{count} person', other: '{count} people' },
  name: 'Name of the position',
  rename: 'Rename',
  remove: 'Remove',
  inUse: 'Held by {count}: move these people first, or merge the positions.',
  merge: 'Merge with another',
  mergeTitle: 'Merge “{name}” with another position',
  mergeWhy: 'Everybody in this position goes to the chosen one and gets its rights; this position leaves the list.',
  into: 'Into the position',
  merged: 'The positions are merged.',
  saved: 'Saved.',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
}

export const positionRights: SameMessages<typeof polish.positionRights> = {
  positions: {
    view: { name: 'Positions: view', description: 'See the list of positions and choose from it.' },
    edit: { name: 'Positions: edit', description: 'Add, rename, merge and remove positions.' },
  },
}

export const positionIssues: SameMessages<typeof polish.positionIssues> = { 'unknown-position': 'There is no such position. Add it on the page “Positions”, or correct the name.' }
