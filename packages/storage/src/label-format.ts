/** Where labels are printed; millimetres throughout. */
export interface LabelFormat {
  readonly page: { readonly width: number; readonly height: number }
  readonly columns: number
  readonly rows: number
  readonly label: { readonly width: number; readonly height: number }
  /** From the page's edge to the first label. */
  readonly left: number
  readonly top: number
  /** One module: a whole number of the printer's dots. */
  readonly barModule: number
  readonly barHeight: number
  readonly squareModule: number
  /** The square stands above the bars where they do not fit side by side. */
  readonly isStacked: boolean
}

const a4 = { width: 210, height: 297 }
// 0.33 mm is about eight dots of a 600 dpi office printer.
const office = { barModule: 0.33, barHeight: 13, squareModule: 0.66, isStacked: false }

/** Sheets that Polish stationers sell, the two rolls of label printers. */
export const labelFormats = {
  'a4-24': { page: a4, columns: 3, rows: 8, label: { width: 70, height: 37 }, left: 0, top: 0.5, ...office },
  'a4-21': { page: a4, columns: 3, rows: 7, label: { width: 70, height: 42.4 }, left: 0, top: 0.1, ...office },
  'a4-14': { page: a4, columns: 2, rows: 7, label: { width: 105, height: 42.4 }, left: 0, top: 0.1, ...office },
  // 300 dpi: three and eight dots.
  'roll-62': {
    page: { width: 62, height: 29 },
    columns: 1,
    rows: 1,
    label: { width: 62, height: 29 },
    left: 0,
    top: 0,
    barModule: 0.254,
    barHeight: 12,
    squareModule: 0.677,
    isStacked: false,
  },
  // 203 dpi: two and four dots.
  'roll-50': {
    page: { width: 50, height: 25 },
    columns: 1,
    rows: 1,
    label: { width: 50, height: 25 },
    left: 0,
    top: 0,
    barModule: 0.25,
    barHeight: 8,
    squareModule: 0.5,
    isStacked: true,
  },
} as const satisfies Readonly<Record<string, LabelFormat>>

export type LabelFormatName = keyof typeof labelFormats
export const labelFormatNames = Object.keys(labelFormats) as LabelFormatName[] // its own keys

/** How the next sheet is fed: the place of the first free label, and what this printer is off by. */
export interface LabelPlacing {
  readonly format: LabelFormatName
  /** From 1, along the rows. */
  readonly start: number
  /** Millimetres to the right and down. */
  readonly shift: { readonly x: number; readonly y: number }
}

/** The upper left corner of the n-th label, and its page. */
export function placeOf({ format, start, shift }: LabelPlacing, index: number): { page: number; x: number; y: number } {
  const { columns, rows, label, left, top } = labelFormats[format]
  const at = start - 1 + index
  const onPage = at % (columns * rows)
  return { page: Math.floor(at / (columns * rows)), x: left + (onPage % columns) * label.width + shift.x, y: top + Math.floor(onPage / columns) * label.height + shift.y }
}
