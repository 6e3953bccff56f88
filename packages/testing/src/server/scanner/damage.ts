/** What happens to a label and to the page it is stuck on before and while they are scanned. */
export interface Damage {
  /** Degrees by which the label is stuck on askew, and the page lies on the glass. */
  readonly askew?: number
  readonly turn?: number
  /** SVG over the label, in millimetres of its own. */
  readonly over?: (label: { readonly width: number; readonly height: number }) => string
  /** Of the scanned image: pixels of blur, share of pepper and salt, deviation of noise in grey levels. */
  readonly blur?: number
  readonly pepper?: number
  readonly noise?: number
  /** Black and white of the print as the glass sees them. */
  readonly levels?: readonly [number, number]
  readonly jpeg?: number
  /** From which grey on a black-and-white scan is white. */
  readonly threshold?: number
}

const pen = ({ width, height }: { width: number; height: number }) =>
  `<path d="M${width * 0.04} ${height * 0.9} C ${width * 0.3} ${height * 0.2}, ${width * 0.6} ${height * 1.1}, ${width * 0.96} ${height * 0.3}" fill="none" stroke="#223" stroke-width=".8"/>`
const stamp = ({ width, height }: { width: number; height: number }) =>
  `<g fill="none" stroke="#444" opacity=".75"><circle cx="${width * 0.55}" cy="${height * 0.5}" r="12" stroke-width=".9"/><circle cx="${width * 0.55}" cy="${height * 0.5}" r="9" stroke-width=".4"/></g><text x="${width * 0.55 - 9}" y="${height * 0.5 + 1}" font-size="3.4" fill="#444" opacity=".75">WPŁYNĘŁO</text>`
const crease = ({ width, height }: { width: number; height: number }) =>
  `<path d="M-2 ${height * 0.68} L${width + 2} ${height * 0.42}" stroke="white" stroke-width=".7"/><path d="M-2 ${height * 0.68 + 0.4} L${width + 2} ${height * 0.42 + 0.4}" stroke="#777" stroke-width=".25"/>`
const corner = ({ width }: { width: number }) => `<path d="M${width - 13} -1 L${width + 1} -1 L${width + 1} 13 Z" fill="#ddd" stroke="#888" stroke-width=".2"/>`
const overprint = ({ width, height }: { width: number; height: number }) =>
  `<text x="1" y="${height * 0.62}" font-size="3.2" font-family="DejaVu Sans Mono">zapłacono przelewem dn. 12.03.2026 ${'r. '.repeat(Math.round(width / 12))}</text>`
const cover = ({ width, height }: { width: number; height: number }) => `<rect x="-1" y="${height * 0.55}" width="${width + 2}" height="${height * 0.5}" fill="#eee"/>`

/** The kinds of harm that a scanned label has to survive, each as strong as paper in an office meets it. */
export const damages = {
  clean: {},
  'skew left': { turn: -5 },
  'skew right': { turn: 5 },
  sideways: { turn: 90 },
  'upside down': { turn: 180 },
  'sideways the other way': { turn: 270 },
  'stuck askew': { askew: 15 },
  'stuck askew the other way': { askew: -15 },
  'packed hard': { jpeg: 20 },
  'pepper 2%': { pepper: 0.02 },
  'pepper 5%': { pepper: 0.05 },
  'strong noise': { noise: 45 },
  blurred: { blur: 1.1 },
  'pale print': { levels: [120, 215] },
  'thin print': { threshold: 85, levels: [0, 225] },
  'thick print': { threshold: 190, levels: [0, 235] },
  'pen stroke': { over: pen },
  stamped: { over: stamp },
  creased: { over: crease },
  'corner folded': { over: corner },
  'text printed over': { over: overprint },
  'lower part covered': { over: cover },
  'an ugly scan': { turn: 3, blur: 0.6, noise: 14, jpeg: 20, levels: [40, 220] },
} as const satisfies Readonly<Record<string, Damage>>

export type DamageName = keyof typeof damages
export const damageNames = Object.keys(damages) as DamageName[] // its own keys
