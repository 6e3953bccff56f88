import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSplitter } from './split.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crm-split-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Two pages, each drawing one picture, over one list of both: as scanners write them. */
async function shared(): Promise<string> {
  const pdf = await PDFDocument.create()
  const stream = (text: string) =>
    pdf.context.register(pdf.context.stream(text, { Type: 'XObject', Subtype: 'Image', Width: 1, Height: 1, ColorSpace: 'DeviceGray', BitsPerComponent: 8 }))
  const resources = pdf.context.register(pdf.context.obj({ XObject: { Im1: stream('PICTURE-ONE'), Im2: stream('PICTURE-TWO') } }))
  for (const name of ['Im1', 'Im2']) {
    const page = pdf.addPage([100, 100])
    page.node.set(PDFName.of('Resources'), resources)
    page.node.set(PDFName.of('Contents'), pdf.context.register(pdf.context.stream(`q 10 0 0 10 0 0 cm /${name} Do Q`)))
  }
  const path = join(folder, 'shared.pdf')
  await writeFile(path, await pdf.save({ useObjectStreams: false }))
  return path
}

it('gives a part its own pictures as they are, and nobody else’s', async () => {
  const splitter = await openSplitter(await shared())
  for (const [page, own, other] of [
    [1, 'PICTURE-ONE', 'PICTURE-TWO'],
    [2, 'PICTURE-TWO', 'PICTURE-ONE'],
  ] as const) {
    const to = join(folder, `${page}.pdf`)
    await splitter.write({ pages: [page], to })
    const content = (await readFile(to)).toString('latin1')
    expect([page, content.includes(own), content.includes(other)]).toEqual([page, true, false])
  }
})

it('makes the same bytes of the same pages, so that a scan fed twice is no new version', async () => {
  const splitter = await openSplitter(await shared())
  await splitter.write({ pages: [1, 2], to: join(folder, 'a.pdf') })
  await splitter.write({ pages: [1, 2], to: join(folder, 'b.pdf') })
  expect((await readFile(join(folder, 'a.pdf'))).equals(await readFile(join(folder, 'b.pdf')))).toBe(true)
})
