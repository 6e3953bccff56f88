import { type Story, enter } from '../story.ts'

/** Made without a form: the story is about what comes after. @returns the new party's id */
const newParty = (name: string) =>
  `fetch('/trpc/directory.party.create', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ values: { name: ${JSON.stringify(name)}, city: 'Łódź' } }) }).then((answer) => answer.json()).then((answer) => answer.result.data.id)`

export const stories: readonly Story[] = [
  {
    name: 'two entries of one party are compared and merged, and the address of the second leads on',
    engines: ['chromium'],
    async run(page, world) {
      await enter(page, 'admin')
      const name = `Skała ${page.engine}`
      const kept = await page.evaluate<number>(newParty(`${name} sp. z o.o.`))
      const dropped = await page.evaluate<number>(newParty(`${name} spółka z ograniczoną odpowiedzialnością`))
      await page.open('/directory/parties/duplicates')
      await page.see(`[data-pair="${kept}-${dropped}"]`, 'ta sama nazwa i miejscowość')
      await world.picture(page, 'duplicates')
      await page.clickText(`[data-pair="${kept}-${dropped}"] button`, 'Porównaj')
      await page.see('[data-side=keep]', `${name} sp. z o.o.`)
      await world.picture(page, 'merge')
      await page.clickText('button', 'Scal')
      await page.see('h1', `${name} sp. z o.o.`)
      await page.see('main', 'Poprzednie nazwy')
      await page.open(`/directory/parties/${dropped}`)
      await page.see('h1', `${name} sp. z o.o.`)
      await world.picture(page, 'party')
      // Whom to call there: a first one, then another beside it.
      for (const [at, who] of ['Ola Źrebak', 'Jan Kłos'].entries()) {
        await page.open(`/directory/parties/${kept}?edit=1`)
        await page.clickText('button', 'Dodaj osobę')
        await page.fill(`[id="field-contacts.${at}.name"]`, who)
        await page.clickText('button', 'Zapisz')
        await page.see('main dl', who)
      }
      await page.open(`/directory/parties/${kept}`)
      await page.see('main dl', 'Ola Źrebak')
      await page.see('main dl', 'Jan Kłos')
    },
  },
]
