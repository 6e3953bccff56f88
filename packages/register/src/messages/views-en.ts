import { levelTexts } from '@crm/platform'

export const viewsEn = {
  button: 'Views',
  name: 'Name of the view',
  save: 'Save the view',
  saved: 'The view “{name}” is saved.',
  empty: 'There is no view yet. Set the list and save it under a name.',
  by: 'shared by {name}',
  update: 'Save what the list shows now in it',
  remove: 'Remove the view',
  share: 'Share',
  first: 'Begin the list with this view',
  notFirst: 'Do not begin with this view',
  audience: 'Who sees it',
  audiences: { own: 'Only me', group: 'A group', all: 'Everybody with access to the register' },
  group: 'Group',
  ofLevel: 'where the list of your level begins',
  firstFor: 'The list begins with it for the level',
  firstForHelp: 'Until somebody chooses otherwise. Columns that a person set stay as they are.',
  firstNow: '(now: {name})',
  levels: levelTexts.en,
} as const
