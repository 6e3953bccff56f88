import { registerRightTexts } from '@crm/register'

export const en = {
  title: 'Directory',
  party: {
    title: 'Parties',
    one: 'Party',
    create: 'Add a party',
    empty: 'There is no party yet.',
    sections: { party: 'Party', address: 'Address', contact: 'Contact' },
    fields: { name: 'Name', nip: 'NIP (tax number)', regon: 'REGON', street: 'Street and number', postalCode: 'Postal code', city: 'Town', email: 'E-mail', phone: 'Phone' },
  },
  rights: { party: registerRightTexts.en('Parties') },
} as const
