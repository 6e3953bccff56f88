import type { SameMessages } from '@crm/platform'

const pl = {
  reminders: {
    title: 'Przypomnienia o umowach',
    isOn: {
      name: 'Przypominaj o każdej umowie z terminem wypowiedzenia',
      help: 'Dotyczy nowych umów i tych, które dopiero dostaną termin. Na karcie umowy można to zmienić albo usunąć.',
    },
    about: { name: 'Treść przypomnienia', help: 'Widzi ją opiekun umowy w powiadomieniu i na liście zadań.' },
    ladder: { name: 'Ile dni przed ostatnim bezpiecznym dniem', help: 'Jedna liczba w wierszu.' },
    escalateFrom: { name: 'Od którego przypomnienia dowiaduje się przełożony', help: '0 – nigdy.' },
  },
} as const

const en = {
  reminders: {
    title: 'Reminders of contracts',
    isOn: {
      name: 'Remind of every contract with a notice deadline',
      help: 'For new contracts and those that get a deadline later. It can be changed or removed on the page of the contract.',
    },
    about: { name: 'What the reminder says', help: 'The owner of the contract sees it in the notification and among the tasks.' },
    ladder: { name: 'How many days before the last safe day', help: 'One number a line.' },
    escalateFrom: { name: 'From which reminder on the supervisor hears too', help: '0 is never.' },
  },
} as const satisfies SameMessages<typeof pl>

/** The words of the app's settings. */
export const settingTexts = { pl, en }
