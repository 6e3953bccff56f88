import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { jsPDF } from 'jspdf'

const fonts = [
  ['normal', '@expo-google-fonts/roboto/400Regular/Roboto_400Regular.ttf'],
  ['bold', '@expo-google-fonts/roboto/700Bold/Roboto_700Bold.ttf'],
] as const

/** Roboto in two weights: the library's own fonts have no Polish letters. */
export async function addFonts(pdf: jsPDF): Promise<jsPDF> {
  for (const [style, path] of fonts) {
    pdf.addFileToVFS(`${style}.ttf`, (await readFile(createRequire(import.meta.url).resolve(path))).toString('base64'))
    pdf.addFont(`${style}.ttf`, 'Roboto', style)
  }
  return pdf
}
