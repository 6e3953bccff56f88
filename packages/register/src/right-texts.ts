import { reminderRightTexts } from '@crm/platform'

const pl = (of: string) => ({
  view: { name: `${of}: podgląd`, description: 'Oglądanie listy i kart.' },
  create: { name: `${of}: dodawanie`, description: 'Dodawanie nowej pozycji.' },
  edit: { name: `${of}: edycja`, description: 'Zmiana danych.' },
  archive: { name: `${of}: archiwizacja`, description: 'Odkładanie do archiwum.' },
  restore: { name: `${of}: przywracanie`, description: 'Przywracanie z archiwum i z kosza.' },
  remove: { name: `${of}: usuwanie`, description: 'Przenoszenie do kosza.' },
  history: { name: `${of}: historia`, description: 'Oglądanie, kto i kiedy co zmienił.' },
  access: { name: `${of}: dostęp`, description: 'Kto może zobaczyć pojedynczy dokument: tabela dostępu i dostęp warunkowy.' },
  export: { name: `${of}: eksport`, description: 'Zapisywanie listy do pliku XLSX, CSV lub PDF.' },
  print: { name: `${of}: wydruk`, description: 'Drukowanie listy i kart.' },
  import: { name: `${of}: import`, description: 'Wczytywanie wielu pozycji z pliku XLSX lub CSV i cofanie własnego importu.' },
  comments: { name: `${of}: komentarze`, description: 'Czytanie komentarzy.' },
  comment: { name: `${of}: komentowanie`, description: 'Dodawanie komentarzy, wołanie osób, poprawianie i usuwanie własnych.' },
  moderate: { name: `${of}: usuwanie cudzych komentarzy`, description: 'Usuwanie komentarzy innych osób.' },
  saveView: { name: `${of}: widoki`, description: 'Zapisywanie własnych widoków listy.' },
  shareView: { name: `${of}: wspólne widoki`, description: 'Udostępnianie widoków listy grupie lub wszystkim, także jako początku listy dla poziomu.' },
  destroy: { name: `${of}: usuwanie na zawsze`, description: 'Ostateczne usuwanie z kosza, bez możliwości przywrócenia.' },
  voided: { name: `${of}: numery unieważnione`, description: 'Oglądanie numerów pozycji usuniętych na zawsze: powód, osoba, dzień.' },
  reminders: reminderRightTexts.pl(of),
})

const en = (of: string) => ({
  view: { name: `${of}: view`, description: 'See the list and the cards.' },
  create: { name: `${of}: add`, description: 'Add a new one.' },
  edit: { name: `${of}: edit`, description: 'Change the data.' },
  archive: { name: `${of}: archive`, description: 'Put into the archive.' },
  restore: { name: `${of}: restore`, description: 'Bring back from the archive and the trash.' },
  remove: { name: `${of}: remove`, description: 'Move to the trash.' },
  history: { name: `${of}: history`, description: 'See who changed what and when.' },
  access: { name: `${of}: access`, description: 'Who may see a single document: its access table and conditional grants.' },
  export: { name: `${of}: export`, description: 'Save the list to an XLSX, CSV or PDF file.' },
  print: { name: `${of}: print`, description: 'Print the list and the cards.' },
  import: { name: `${of}: import`, description: 'Bring in many at once from an XLSX or CSV file, and undo an own import.' },
  comments: { name: `${of}: comments`, description: 'Read comments.' },
  comment: { name: `${of}: commenting`, description: 'Add comments, call people, edit and remove own ones.' },
  moderate: { name: `${of}: removing comments`, description: "Remove other people's comments." },
  saveView: { name: `${of}: views`, description: 'Keep own views of the list.' },
  shareView: { name: `${of}: shared views`, description: 'Share views of the list with a group or everybody, also as where the list of a level begins.' },
  destroy: { name: `${of}: destroy`, description: 'Delete from the trash for good.' },
  voided: { name: `${of}: voided numbers`, description: 'See the numbers of what was deleted for good: the reason, the person, the day.' },
  reminders: reminderRightTexts.en(of),
})

/** Texts of {@link registerRights}, for the register named. */
export const registerRightTexts = { pl, en }
