import { join } from 'node:path'

/** Where small pictures lie, beside the contents that they were made from and can be made from anew. */
export const thumbPath = (data: string, sha256: string): string => join(data, 'thumbs', sha256.slice(0, 2), `${sha256}.webp`)
