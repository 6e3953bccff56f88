/** Asking for access, and seeing as another person. */
export const requestsEn = {
  title: 'Requests for access',
  ask: 'Ask for access',
  reason: 'What is the access for?',
  send: 'Send the request',
  sent: 'Sent. The answer comes as a notification.',
  empty: 'Nobody asks for anything.',
  once: 'Until the end of today',
  until: 'Until day',
  no: 'Refuse',
  decided: { once: 'agreed for a day', until: 'agreed until {at}', no: 'refused' },
  by: 'decided by {name}',
  done: 'The decision is saved.',
  seeAs: 'See as this person',
  seeing: 'You see the system as {name}. Nothing can be changed; a dashed frame is what this person does not have.',
  end: 'End the view',
} as const
