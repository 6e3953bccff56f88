import { choice, code, computed, day, defineRegister, longText, optional, reference, text } from '@crm/register'

export const entry = defineRegister({
  id: '__name__.entry',
  table: '__table___entry',
  code: { field: 'number', series: '__SERIES__/{yyyy}/{nnnn}' },
  fields: {
    number: computed(code(40)),
    title: text(200),
    status: choice('open', 'done'),
    dueOn: optional(day()),
    owner: reference('directory.person'),
    notes: optional(longText()),
  },
  sections: { entry: ['number', 'title', 'status', 'dueOn', 'owner', 'notes'] },
  list: { columns: ['number', 'title', 'status', 'dueOn', 'owner'], sort: { field: 'number', dir: 'desc' }, title: 'title' },
})
