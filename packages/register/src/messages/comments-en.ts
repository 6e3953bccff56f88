export const commentsEn = {
  none: 'Nobody has written anything yet.',
  label: 'New comment',
  help: '@ and the beginning of a name calls a person who sees this. Ctrl+Enter sends.',
  people: 'Whom to call',
  send: 'Add the comment',
  edit: 'Edit the comment',
  edited: 'edited',
  remove: 'Remove the comment',
  removeAsk: 'Remove the comment?',
  gone: 'account removed',
} as const
