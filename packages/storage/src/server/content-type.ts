import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'

/** What a file is by its content: a MIME type, `text/plain` for anything readable, `application/octet-stream` for the rest. */
export async function contentType(path: string): Promise<string> {
  const found = await fileTypeFromFile(path)
  if (found) return found.mime
  return (await isText(path)) ? 'text/plain' : 'application/octet-stream'
}

async function isText(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(8_192), position: 0 })
    return !buffer.subarray(0, bytesRead).includes(0)
  } finally {
    await file.close()
  }
}
