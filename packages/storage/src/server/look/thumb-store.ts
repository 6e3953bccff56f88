import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where small pictures lie, beside the contents that they were made from and can be made from anew. */
export const thumbPath = (data: string, sha256: string): string => join(data, 'thumbs', sha256.slice(0, 2), `${sha256}.webp`)

/** Complete before it has its name. @param make puts the picture where it is told, and says whether there is one */
export async function keepThumb<Made extends { readonly hasThumb: boolean }>(path: string, make: (to: string) => Promise<Made>): Promise<Made> {
  await mkdir(dirname(path), { recursive: true })
  const growing = `${path}.${process.hrtime.bigint()}.part`
  try {
    const made = await make(growing)
    if (made.hasThumb) await rename(growing, path)
    return made
  } finally {
    await rm(growing, { force: true })
  }
}
