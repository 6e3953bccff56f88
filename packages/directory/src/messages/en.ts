import { registerRightTexts } from '@crm/register'

export const en = {
  title: 'Directory',
  party: {
    title: 'Parties',
    one: 'Party',
    create: 'Add a party',
    empty: 'There is no party yet.',
    sections: { party: 'Party', address: 'Address', contact: 'Contact', payment: 'Accounts' },
    fields: {
      name: 'Name',
      nip: 'NIP (tax number)',
      regon: 'REGON',
      krs: 'KRS (court register)',
      euVat: 'EU VAT number',
      street: 'Street and number',
      postalCode: 'Postal code',
      city: 'Town',
      email: 'E-mail',
      phone: 'Phone',
      accounts: 'Bank accounts',
    },
  },
  issues: {
    regon: 'This is not a valid REGON: its check digit does not fit.',
    krs: 'A KRS number has ten digits.',
    euVat: 'This is not an EU VAT number: two letters of the country and a number, such as DE123456789.',
    account: 'This is not a valid account number: {account}. Check its digits.',
  },
  rights: { party: registerRightTexts.en('Parties') },
} as const
