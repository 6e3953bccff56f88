import { escapeXml } from './xml.ts'

/** The styles of cells, by their places in `styles.xml`. */
export const cellStyles = { text: 0, number: 0, head: 1, money: 2, day: 3, moment: 4 } as const

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const sheetPart = (number: number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${type}.worksheet+xml"/>`
const sheetLink = (number: number) => `<Relationship Id="s${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`
/** General, bold, an amount, a day and a moment as the reader's own settings write them. */
const formats = [0, 0, 4, 14, 22].map((format, at) => `<xf numFmtId="${format}" fontId="${at === 1 ? 1 : 0}" applyNumberFormat="1" applyFont="1"/>`).join('')

/** Everything of a workbook but its rows; its second sheet has a name if there is one. */
export function partsOf(second: string | undefined): Readonly<Record<string, string>> {
  const sheets = second === undefined ? ['CRM'] : ['CRM', second]
  const each = (make: (number: number) => string) => sheets.map((_name, at) => make(at + 1)).join('')
  return {
    '[Content_Types].xml': `${xmlHead}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${each(sheetPart)}<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
    '_rels/.rels': `${xmlHead}<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${xmlHead}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map((name, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="s${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xmlHead}<Relationships xmlns="${packages}/relationships">${each(sheetLink)}<Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${xmlHead}<styleSheet xmlns="${main}"><fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5">${formats}</cellXfs></styleSheet>`,
  }
}
