import type { Readable } from 'node:stream'
import type { Language } from '@crm/platform'
import { sheetTypes, writeSheet } from '@crm/platform/server'
import type { ExportFormat } from '../../index.ts'
import type { OpenedExport } from './opened.ts'
import { drawList } from './pdf-process.ts'

export const exportTypes: Readonly<Record<ExportFormat, string>> = { ...sheetTypes, pdf: 'application/pdf' }

interface Writing {
  readonly opened: OpenedExport
  readonly language: Language
  readonly tell: (written: number, isWhole: boolean) => Promise<void>
}

/** An opened list as a file of its format; a PDF is drawn in a process of its own. */
export async function writeExport(format: ExportFormat, { opened, language, tell }: Writing): Promise<Readable> {
  if (format === 'pdf') return drawList({ opened, language, pages: opened.pages(tell) })
  const { head, kinds, widths, about, words } = opened
  return writeSheet(format, {
    head,
    pages: opened.pages(tell),
    kinds,
    widths,
    frozenCount: 1,
    decimalMark: language === 'pl' ? ',' : '.',
    about: { name: words.own('export.sheet'), rows: about },
  })
}
