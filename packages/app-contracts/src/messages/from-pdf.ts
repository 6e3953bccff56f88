import type { Messages, SameMessages } from '@crm/platform'

const pl = {
  lead: 'Masz umowę w PDF-ie? Upuść ją tutaj, a podpowiemy dane, albo',
  choose: 'wybierz z dysku',
  reading: 'Czytam {name}…',
  title: 'Znalezione w {name}',
  noText: 'W tym pliku nie ma tekstu (to same obrazy), więc nie da się z niego nic podpowiedzieć.',
  nothing: 'W tekście nie ma niczego, co dałoby się podpowiedzieć.',
  kinds: { nip: 'NIP', regon: 'REGON', day: 'Data', money: 'Kwota', account: 'Rachunek' },
  page: 'str. {page}',
  into: 'Dokąd wpisać',
  use: 'Wpisz',
  used: 'wpisano',
  typed: 'pole jest już wypełnione',
  unknownParty: 'W kartotece nie ma kontrahenta z tym numerem.',
  picture: 'Strona {page} z zaznaczonym miejscem',
  noPicture: 'Strony {page} nie pokazujemy.',
  close: 'Zamknij podpowiedzi',
} as const

const en = {
  lead: 'Is the contract a PDF? Drop it here for proposals, or',
  choose: 'choose from the disk',
  reading: 'Reading {name}…',
  title: 'Found in {name}',
  noText: 'There is no text in this file (it is pictures only), so nothing can be proposed from it.',
  nothing: 'There is nothing in the text that could be proposed.',
  kinds: { nip: 'NIP', regon: 'REGON', day: 'Day', money: 'Amount', account: 'Account' },
  page: 'p. {page}',
  into: 'Into which field',
  use: 'Fill in',
  used: 'filled in',
  typed: 'the field is filled in already',
  unknownParty: 'No party in the directory has this number.',
  picture: 'Page {page} with the place marked',
  noPicture: 'Page {page} is not shown.',
  close: 'Close the proposals',
} as const satisfies SameMessages<typeof pl>

/** The words of proposals from a PDF. */
export const fromPdfMessages = { pl, en } satisfies Messages
