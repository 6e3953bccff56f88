const stroked: Readonly<Record<string, string>> = { ł: 'l', đ: 'd', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe' }

/** A text as it is searched: small letters without marks, so that `lodz` finds `Łódź`. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[łđøßæœ]/g, (letter) => stroked[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim()
