import { acts } from './acts.ts'
import { registerRightTexts } from '@crm/register'
import { attachmentRightTexts } from '@crm/storage'
import { placeEn } from './places.ts'
import { whiteListIssues, whiteListSettings } from './white-list.ts'

export const en = {
  acts: acts.en,
  connections: { 'white-list': 'Register of VAT payers' },
  title: 'Directory',
  party: {
    title: 'Parties',
    one: 'Party',
    create: 'Add a party',
    empty: 'There is no party yet.',
    sections: { party: 'Party', address: 'Address', contact: 'Contact', payment: 'Accounts' },
    choices: placeEn.choices,
    items: placeEn.items,
    fields: {
      name: 'Name',
      formerNames: 'Former names',
      nip: 'NIP (tax number)',
      regon: 'REGON',
      krs: 'KRS (court register)',
      euVat: 'EU VAT number',
      street: 'Street and number',
      postalCode: 'Postal code',
      city: 'Town',
      country: 'Country',
      addresses: 'Other addresses',
      email: 'E-mail',
      phone: 'Phone',
      contacts: 'Contacts',
      accounts: 'Bank accounts',
    },
  },
  systemSettings: whiteListSettings.en,
  todos: { 'white-list': 'VAT register: look at {party} before you pay. Its status changed or an account is gone.' },
  history: { merged: 'Merged with' },
  issues: {
    ...whiteListIssues.en,
    ...placeEn.issues,
    regon: 'This is not a valid REGON: its check digit does not fit.',
    krs: 'A KRS number has ten digits.',
    euVat: 'This is not an EU VAT number: two letters of the country and a number, such as DE123456789.',
    account: 'This is not a valid account number: {account}. Check its digits.',
  },
  duplicatesTitle: 'Duplicate parties',
  mergeTitle: 'Merging parties',
  rights: {
    party: {
      ...registerRightTexts.en('Parties'),
      files: attachmentRightTexts.en('Parties'),
      whiteList: { name: 'Parties: VAT register', description: 'Ask the register of VAT payers and fill in data from it.' },
      contacts: { name: 'Parties: people', description: 'Read and change the people one talks to: their names, telephones, e-mail addresses.' },
      merge: { name: 'Parties: merge', description: 'Make one party of two that are the same.' },
    },
  },
} as const
