import type { SameMessages } from '../message.ts'
import type { mails as polishMails, noticePages as polishPages, todo as polishTodo } from './notices-pl.ts'

export const mails: SameMessages<typeof polishMails> = {
  digest: {
    subject: { one: 'One new notification', other: '{count} new notifications' },
    body: { one: 'You have one new notification since yesterday.', other: 'You have {count} new notifications since yesterday.' },
  },
}

export const noticePages: SameMessages<typeof polishPages> = {
  title: 'Notifications',
  all: 'All',
  unread: 'Unread',
  channels: 'Notification settings',
  readAll: 'Mark all as read',
  read: 'Mark as read',
  isUnread: 'unread',
  more: 'Show older',
  none: 'There are no notifications.',
  noneUnread: 'Everything is read.',
  kind: 'Kind',
  bell: 'In the system',
  mail: 'By e-mail',
  habits: { off: 'no', 'at-once': 'at once', daily: 'once a day, at 7:00' },
  pressing: 'always',
  saved: 'Saved.',
  noKinds: 'None of your apps sends notifications.',
  open: 'All notifications',
}

export const todo: SameMessages<typeof polishTodo> = {
  title: 'To do',
  none: 'Nothing is waiting. Well done!',
  overdue: 'overdue',
  today: 'for today',
  soon: 'this week',
  later: 'later',
  undated: 'no date',
  insteadOf: 'standing in for {name}',
  due: 'due {on}',
}
