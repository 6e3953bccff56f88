const office = 'application/vnd.openxmlformats-officedocument.'
const openOffice = 'application/vnd.oasis.opendocument.'
const compound = ['application/x-cfb']

/** What the content of a file may be found to be, by the ending of its name; `text` is read as such. */
const contents: Readonly<Record<string, readonly string[]>> = {
  pdf: ['application/pdf'],
  png: ['image/png'],
  jpg: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  gif: ['image/gif'],
  webp: ['image/webp'],
  tif: ['image/tiff'],
  tiff: ['image/tiff'],
  docx: [`${office}wordprocessingml.document`],
  xlsx: [`${office}spreadsheetml.sheet`],
  pptx: [`${office}presentationml.presentation`],
  odt: [`${openOffice}text`],
  ods: [`${openOffice}spreadsheet`],
  odp: [`${openOffice}presentation`],
  doc: compound,
  xls: compound,
  msg: compound,
  zip: ['application/zip'],
  txt: ['text/plain'],
  csv: ['text/plain'],
  eml: ['text/plain'],
  xml: ['application/xml', 'text/plain'],
}

/** Packed folders: by their type, or by the ending of a name. */
export const isPacked = (typeOrEnding: string): boolean => /^application\/zip$|openxmlformats|opendocument|^(docx|xlsx|pptx|odt|ods|odp|zip)$/.test(typeOrEnding)

export const allowedEndings = Object.keys(contents)

/** Two gibibytes: a scanned archive box or a film from a building site. */
export const largestFile = 2 * 1024 ** 3

export const endingOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''

export const isAllowedEnding = (name: string): boolean => endingOf(name) in contents

/** Whether what was found in the file is what its name promises. */
export const isPromised = (name: string, found: string): boolean => contents[endingOf(name)]?.includes(found) ?? false

const shown = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp', 'text/plain'])

/** Whether a browser can show it without being handed anything that runs. */
export const isPreviewable = (type: string): boolean => shown.has(type)
