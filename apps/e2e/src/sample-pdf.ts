import { writeFileSync } from 'node:fs'

/** A PDF of one page with a line of text, made by hand: small and valid. */
export function writeSamplePdf(path: string, line: string): void {
  const parts = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    ((content) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`)(`BT /F1 24 Tf 72 760 Td (${line}) Tj ET`),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = parts.map((part, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${part}\nendobj\n`
    return at
  })
  const start = text.length
  text += `xref\n0 ${parts.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer << /Size ${parts.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  writeFileSync(path, text, 'latin1')
}
