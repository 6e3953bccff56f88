import type { Socket } from 'node:net'

/**
 * The commands that a client sends, each with its literals put in as quoted texts; a literal is asked for as the protocol wants it.
 *
 * @see RFC 9051 section 4.3
 */
export function readCommands(socket: Socket, onCommand: (words: string[]) => void): void {
  let buffer = Buffer.alloc(0)
  let begun = ''
  let literal: number | null = null
  socket.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk])
    for (;;) {
      if (literal !== null) {
        if (buffer.length < literal) return
        begun += quoted(buffer.subarray(0, literal).toString())
        buffer = buffer.subarray(literal)
        literal = null
      }
      const end = buffer.indexOf('\r\n')
      if (end < 0) return
      const line = buffer.subarray(0, end).toString()
      buffer = buffer.subarray(end + 2)
      const asked = /\{(\d+)(\+?)\}$/.exec(line)
      begun += asked ? line.slice(0, asked.index) : line
      if (asked) {
        literal = Number(asked[1])
        if (asked[2] === '') socket.write('+ go on\r\n')
        continue
      }
      const words = wordsOf(begun)
      begun = ''
      onCommand(words)
    }
  })
}

const quoted = (text: string) => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`

/** Atoms as they are, quoted texts without their marks; what stands in brackets is one word. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"((?:[^"\\]|\\.)*)"|((?:[^\s"[]|\[[^\]]*\](?:<[\d.]+>)?)+)/g)].map(([, text, atom]) => atom ?? (text ?? '').replaceAll(/\\(.)/g, '$1'))
}
