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
  rights: {
    party: {
      view: { name: 'Parties: view', description: 'See the list and the cards of parties.' },
      create: { name: 'Parties: add', description: 'Add a new party.' },
      edit: { name: 'Parties: edit', description: 'Change the data of a party.' },
      archive: { name: 'Parties: archive', description: 'Put a party into the archive.' },
      restore: { name: 'Parties: restore', description: 'Bring back from the archive and the trash.' },
      remove: { name: 'Parties: remove', description: 'Move a party to the trash.' },
      history: { name: 'Parties: history', description: 'See who changed what and when.' },
    },
  },
} as const
