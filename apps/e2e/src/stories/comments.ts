import { everywhere, type Story, enter } from '../story.ts'

export const stories: readonly Story[] = [
  {
    name: 'somebody is called in a comment, learns of it, and answers; the other sees the answer come',
    engines: everywhere,
    async run(page, world) {
      await enter(page, 'tomek', '/contracts/trade/15?tab=comments')
      await page.see('#field-comment')
      await page.fill('#field-comment', 'Do sprawdzenia: @Anna Kł')
      await page.see('[role=option][aria-selected=true]', 'Anna Kłosowska')
      await world.picture(page, 'comment-call')
      await page.press('Enter')
      await page.clickText('button', 'Dodaj komentarz')
      await page.see('[data-comment] .badge', '@Anna Kłosowska')
      const other = await world.another()
      await enter(other, 'anna', '/notices')
      await other.see('main', 'Tomasz Ćwierciak woła Cię w komentarzu')
      await other.clickText('main a', 'woła Cię w komentarzu')
      await other.see('[data-comment]', 'Do sprawdzenia')
      await other.fill('#field-comment', 'Sprawdzone.')
      await other.clickText('button', 'Dodaj komentarz')
      await page.see('[data-comment]', 'Sprawdzone.')
      await world.picture(page, 'comments')
      await page.click('#tab-history')
      await page.see('li', 'komentarz')
      await other.close()
    },
  },
]
