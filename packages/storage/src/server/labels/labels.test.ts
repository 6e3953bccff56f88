import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { labelCode } from '../../label-code.ts'
import { labelFormatNames, labelFormats } from '../../label-format.ts'
import { readPage } from '../scans/decode.ts'
import { openPages } from '../scans/pages.ts'
import { labelSheet, testSheet } from './sheet.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crm-labels-'))
})
afterAll(() => rm(folder, { recursive: true }))

const label = (serial: number) => ({
  code: labelCode({ series: 'UH', year: 2026, serial }),
  number: `U/H/2026/${String(serial).padStart(4, '0')}`,
  title: 'Świadczenie usług sprzątania i odśnieżania hal żaglowych, zażółć gęślą jaźń',
})
const open = async (pdf: Buffer, name: string) => {
  await writeFile(join(folder, name), pdf)
  return openPages(join(folder, name))
}

describe.each(labelFormatNames)('labels of %s', (format) => {
  const { columns, rows } = labelFormats[format]

  it('are read off their print, each of them, on as many pages as are needed', async () => {
    const labels = Array.from({ length: columns * rows + 1 }, (_label, at) => label(at + 1))
    const pages = await open(await labelSheet(labels, { format, start: 1, shift: { x: 0, y: 0 } }), `${format}.pdf`)
    expect(pages.count).toBe(2)
    const found = [await readPage(pages, 1), await readPage(pages, 2)].flatMap(({ codes }) => codes)
    expect(found.toSorted()).toEqual(labels.map(({ code }) => code))
    pages.close()
  })

  it('have a test page with a ruler', async () => {
    const pages = await open(await testSheet({ format, start: 1, shift: { x: 1, y: -1 } }), `${format}-test.pdf`)
    expect([pages.count, (await readPage(pages, 1)).codes]).toEqual([1, []])
    pages.close()
  })
})

it('begins at the label that is still on the sheet', async () => {
  const pages = await open(await labelSheet([label(1), label(2)], { format: 'a4-24', start: 24, shift: { x: 0, y: 0 } }), 'start.pdf')
  expect([pages.count, (await readPage(pages, 1)).codes, (await readPage(pages, 2)).codes]).toEqual([2, [label(1).code], [label(2).code]])
  pages.close()
})
