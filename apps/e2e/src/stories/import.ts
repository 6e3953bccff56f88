import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Story, enter } from '../story.ts'

export const stories: readonly Story[] = [
  {
    name: 'a sheet of contracts is mapped, checked, mended in place, imported and undone',
    engines: ['chromium', 'webkit'],
    async run(page, world) {
      const path = join(mkdtempSync(join(tmpdir(), 'crm-import-')), `umowy ${page.engine}.csv`)
      const lines = [
        'Przedmiot;Strony;Podpisana;Obowiązuje od;Pierwszy okres do;Wartość',
        `Import pierwszy ${page.engine};Granit;02.11.2026;15.11.2026;14.11.2027;1 500,50`,
        `Import drugi ${page.engine};Granit;31.02.2026;15.11.2026;14.11.2027;20`,
      ]
      await enter(page, 'anna', '/contracts/trade')
      const party = await page.evaluate<string>(
        'fetch("/trpc/directory.party.list?input=" + encodeURIComponent(JSON.stringify({ columns: ["name"], limit: 1 }))).then((answer) => answer.json()).then((body) => body.result.data.rows[0][2])',
      )
      writeFileSync(path, lines.join('\n').replaceAll('Granit', party))
      await page.clickText('button', 'Import')
      await page.see('.crm-drop')
      await page.setFiles('#import-file', [path])
      await page.see('[data-head=Strony]')
      await page.see('h2', 'Takie samo we wszystkich wierszach')
      await world.picture(page, 'import-mapping')
      await page.fill('#field-kind', 'services')
      await page.fill('#field-direction', 'cost')
      await page.clickText('button', 'Sprawdź wiersze')
      await page.see('[data-state=good]', '1')
      await page.see('[data-state=bad]', '1')
      await page.see('.invalid-feedback', 'istniejącą datę')
      await world.picture(page, 'import-mending')
      await page.fill('[data-rows=bad] input.is-invalid', '28.02.2026')
      await page.press('Tab')
      await page.see('[data-state=good]', '2')
      await page.clickText('button', 'Importuj 2 wiersze')
      await page.see('[data-state=made]', '2')
      await world.picture(page, 'import-done')
      await page.clickText('a', 'Do listy')
      await page.fill('#register-search', `import pierwszy ${page.engine}`)
      await page.see('.crm-line', `Import pierwszy ${page.engine}`)
      await page.clickText('button', 'Import')
      await page.clickText('a', `umowy ${page.engine}.csv`)
      await page.clickText('button', 'Cofnij import')
      await page.clickText('dialog button', 'Cofnij import')
      await page.see('[data-state=undone]', '2')
    },
  },
]
