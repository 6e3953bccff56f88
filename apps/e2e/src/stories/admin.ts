import { equal, everywhere, type Story, enter } from '../story.ts'

export const stories: readonly Story[] = [
  {
    name: 'a new person gets an account, the journal tells of it, and a circle of supervisors is refused where it is',
    engines: ['chromium'],
    async run(page, world) {
      const login = `nowa${page.engine}`
      await enter(page, 'admin', '/admin/people/new')
      await page.see('h1', 'Dodaj użytkownika')
      await page.fill('#field-name', 'Łucja Nowa')
      await page.fill('#field-login', 'ŹLE')
      await page.click('button[type=submit]')
      await page.see('.invalid-feedback', 'Login to małe litery')
      equal(await page.evaluate('document.querySelector("#field-name").value'), 'Łucja Nowa', 'what was typed')
      await page.fill('#field-login', login)
      await page.click('button[type=submit]')
      await page.see('dialog', 'Hasło jednorazowe')
      await world.picture(page, 'one-time-password')
      await page.clickText('dialog footer button', 'Zamknij')
      await page.see('h1', 'Łucja Nowa')
      await page.open('/admin/journal?action=admin.people.create')
      await page.see('.crm-line', 'Użytkownicy: dodawanie')
      await world.picture(page, 'journal')
      // The managing director under somebody who stands below.
      await page.open('/admin/people/2')
      await page.see('h1', 'Wojciech Zagórny')
      await page.fill('#field-supervisorId', 'Żuraw')
      await page.see('[role=option]', 'Aleksandra Żurawska')
      await page.press('Enter')
      await page.clickText('button', 'Zapisz')
      await page.see('.invalid-feedback', 'Tak powstałoby koło: Wojciech Zagórny → Aleksandra Żurawska → Marek Świerczyński → Wojciech Zagórny')
    },
  },
  {
    name: 'somebody leaves: their contracts go to an heir, what is left waits on a list',
    engines: ['chromium'],
    async run(page, world) {
      await enter(page, 'admin', '/admin/people/7/leave')
      await page.see('h1', 'Piotr Dębowiak')
      await page.see('th', 'Umowy handlowe')
      await page.clickText('button', 'Wyłącz konto i przekaż')
      await page.see('h1', 'Piotr Dębowiak')
      await page.see('.badge', 'wyłączone')
      await page.see('.crm-top a[href="/todo"] .ms-2')
      await page.open('/todo')
      await page.see('li', 'Po osobie, która odeszła')
      await world.picture(page, 'todo')
    },
  },
  {
    name: 'an import is corrected where it is wrong',
    engines: ['chromium'],
    async run(page, world) {
      await enter(page, 'admin', '/admin/people/import')
      await page.see('h1', 'Import użytkowników')
      await page.evaluate(`(() => {
        const file = new File(['login;imię i nazwisko;dział\\nimport.a;Anna Importowana;Handel\\nimport.b;Bogdan Importowany;Nieznany\\n'], 'ludzie.csv')
        const data = new DataTransfer()
        data.items.add(file)
        const input = document.querySelector('input[type=file]')
        input.files = data.files
        input.dispatchEvent(new Event('change', { bubbles: true }))
      })()`)
      await page.see('.invalid-feedback', 'Nie ma takiego działu.')
      await world.picture(page, 'import')
      await page.fill('input[aria-label="Wiersz 3, Dział"]', 'Handel')
      await page.press('Tab')
      await page.clickText('button', 'Sprawdź ponownie')
      await page.see('[role=status]', 'Wszystkie wiersze są w porządku.')
      await page.clickText('button', 'Dodaj wszystkich')
      await page.see('a', 'Bogdan Importowany')
    },
  },
  {
    name: 'help opens the chapter of where one is, and search does not mind Polish letters',
    engines: everywhere,
    async run(page) {
      await enter(page, 'admin', '/admin/departments')
      await page.see('h1', 'Działy')
      await page.press('F1')
      await page.see('article h2', 'Działy i ich kierownicy')
      await page.fill('.crm-help input[type=search]', 'zastepstw')
      await page.see('.crm-help nav mark')
      await page.clickText('.crm-help nav a', 'Zastępstwa')
      await page.see('article h2', 'Zastępstwa')
    },
  },
]
