import { choice, decimal, money, optional, references, text, yesNo } from '@crm/register'
import { contractFields, contractSections } from './fields.ts'
import { defineVariant } from './variant.ts'

/** Variant P, *pracownicze i współpraca*: employment and cooperation; confidential. */
export const staffVariant = defineVariant({
  entity: 'staff',
  series: 'U/P/{yyyy}/{nnnn}',
  isConfidential: true,
  fields: {
    ...contractFields('employment', 'mandate', 'specificWork', 'cooperation', 'management', 'internship', 'nonCompete', 'other'),
    /** A business is a party of the directory; an employee is not. */
    parties: optional(references('directory.party')),
    person: text(120),
    position: optional(text(120)),
    workingTime: optional(decimal(4, 3, { unit: 'fullTime' })),
    rate: optional(money({ currency: 'currency' })),
    rateUnit: optional(choice('month', 'hour', 'day', 'work')),
    hasNonCompete: optional(yesNo()),
  },
  sections: {
    contract: ['number', 'kind', 'person', 'position', 'subject', 'parties', 'status'],
    work: ['workingTime', 'rate', 'rateUnit', 'hasNonCompete'],
    term: contractSections.term,
    notice: contractSections.notice,
    value: contractSections.value,
    office: contractSections.office,
  },
  columns: ['number', 'person', 'kind', 'position', 'status', 'rate', 'rateUnit', 'nextEndOn', 'decideByOn', 'owner'],
  sameBy: 'person',
  labelText: ['person', 'position'],
  initial: { kind: 'employment', termKind: 'open' },
  texts: {
    pl: {
      title: 'Umowy z ludźmi',
      one: 'Umowa o pracę lub współpracę',
      create: 'Dodaj umowę',
      empty: 'Nie ma jeszcze żadnej umowy o pracę ani współpracę.',
      sections: { work: 'Praca i stawka' },
      fields: {
        person: 'Osoba',
        position: 'Stanowisko lub rola',
        workingTime: 'Wymiar pracy',
        rate: 'Stawka',
        rateUnit: 'Stawka za',
        hasNonCompete: 'Zakaz konkurencji',
      },
      choices: {
        kind: {
          employment: 'O pracę',
          mandate: 'Zlecenie',
          specificWork: 'O dzieło',
          cooperation: 'Współpraca B2B',
          management: 'Kontrakt menedżerski',
          internship: 'Staż lub praktyka',
          nonCompete: 'Zakaz konkurencji',
          other: 'Inna',
        },
        rateUnit: { month: 'miesiąc', hour: 'godzinę', day: 'dzień', work: 'dzieło' },
      },
    },
    en: {
      title: 'Staff contracts',
      one: 'Contract of employment or cooperation',
      create: 'Add a contract',
      empty: 'There is no contract of employment or cooperation yet.',
      sections: { work: 'Work and rate' },
      fields: { person: 'Person', position: 'Position or role', workingTime: 'Working time', rate: 'Rate', rateUnit: 'Rate for', hasNonCompete: 'Non-compete' },
      choices: {
        kind: {
          employment: 'Employment',
          mandate: 'Mandate',
          specificWork: 'Specific work',
          cooperation: 'B2B cooperation',
          management: 'Management contract',
          internship: 'Internship',
          nonCompete: 'Non-compete',
          other: 'Other',
        },
        rateUnit: { month: 'a month', hour: 'an hour', day: 'a day', work: 'the work' },
      },
    },
  },
})
