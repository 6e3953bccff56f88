import { choice } from '@crm/register'
import { contractFields, contractSections } from './fields.ts'
import { defineVariant } from './variant.ts'

/** Variant H, *handlowe*: contracts with customers and suppliers. */
export const tradeVariant = defineVariant({
  entity: 'trade',
  series: 'U/H/{yyyy}/{nnnn}',
  fields: { ...contractFields('supply', 'services', 'framework', 'commission', 'licence', 'confidentiality', 'other'), direction: choice('cost', 'revenue') },
  sections: { ...contractSections, contract: ['number', 'kind', 'direction', 'subject', 'parties', 'status'] },
  columns: ['number', 'subject', 'parties', 'direction', 'status', 'value', 'nextEndOn', 'decideByOn', 'owner'],
  texts: {
    pl: {
      title: 'Umowy handlowe',
      one: 'Umowa handlowa',
      create: 'Dodaj umowę',
      empty: 'Nie ma jeszcze żadnej umowy.',
      fields: { direction: 'Kierunek' },
      choices: {
        kind: { supply: 'Dostawa', services: 'Usługi', framework: 'Ramowa', commission: 'Zlecenie', licence: 'Licencja', confidentiality: 'Poufność', other: 'Inna' },
        direction: { cost: 'Kosztowa', revenue: 'Przychodowa' },
      },
    },
    en: {
      title: 'Trade contracts',
      one: 'Trade contract',
      create: 'Add a contract',
      empty: 'There is no contract yet.',
      fields: { direction: 'Direction' },
      choices: {
        kind: { supply: 'Supply', services: 'Services', framework: 'Framework', commission: 'Commission', licence: 'Licence', confidentiality: 'Confidentiality', other: 'Other' },
        direction: { cost: 'Cost', revenue: 'Revenue' },
      },
    },
  },
})

export const trade = tradeVariant.register
