const families = [
  ['Edge', /Edg(e|A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Firefox', /Firefox\/|FxiOS\//],
  ['Chrome', /Chrom(e|ium)\/|CriOS\//],
  ['Safari', /Safari\//],
] as const
const systems = [
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Macintosh/],
  ['Linux', /Linux|X11/],
] as const

const first = (list: readonly (readonly [string, RegExp])[], text: string) => list.find(([, sign]) => sign.test(text))?.[0]

/** The kind of browser, the same through its updates: `Firefox`; for other programs the beginning of what they call themselves. */
export const browserFamily = (userAgent: string): string => first(families, userAgent) ?? (/^[\w-]+/.exec(userAgent)?.[0] ?? '').slice(0, 20)

/** `Firefox, Windows` */
export const browserName = (userAgent: string): string => [browserFamily(userAgent), first(systems, userAgent)].filter(Boolean).join(', ')
