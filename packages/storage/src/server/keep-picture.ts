import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * A picture that is made from a content and can be made anew: complete before it has its name, and nothing is left of one that failed.
 *
 * @param make puts the picture where it is told, and says what came of it
 */
export async function keepPicture<Made>(path: string, make: (to: string) => Promise<Made>, isThere: (made: Made) => boolean): Promise<Made> {
  await mkdir(dirname(path), { recursive: true })
  const growing = `${path}.${process.hrtime.bigint()}.part`
  try {
    const made = await make(growing)
    if (isThere(made)) await rename(growing, path)
    return made
  } finally {
    await rm(growing, { force: true })
  }
}
