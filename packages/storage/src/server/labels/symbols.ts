import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import JsBarcode from 'jsbarcode'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'

/** Both symbols of a label, module by module; `true` is dark. */
export interface Symbols {
  readonly bars: readonly boolean[]
  readonly square: readonly (readonly boolean[])[]
}

let writer: Promise<unknown> | null = null

/** Code 128 and QR (level Q) with the same payload: where a fold kills one, the other is read. */
export async function symbolsOf(code: string): Promise<Symbols> {
  // The library would fetch its program from elsewhere; ours is handed to it.
  writer ??= readFile(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm')).then((program) =>
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(program).buffer }, fireImmediately: true }),
  )
  await writer
  const { symbol } = await writeBarcode(code, { format: 'QRCode', options: 'ecLevel=Q' })
  if (!symbol) throw new Error(`No QR code was made of ${code}`)
  const { data, width, height } = symbol
  const square = Array.from({ length: height }, (_row, y) => Array.from({ length: width }, (_cell, x) => data[y * width + x] === 0))
  return { bars: barsOf(code), square }
}

function barsOf(code: string): boolean[] {
  const drawn: { encodings?: { data: string }[] } = {}
  JsBarcode(drawn, code, { format: 'CODE128' })
  const bars = drawn.encodings?.map(({ data }) => data).join('')
  if (!bars) throw new Error(`No Code 128 was made of ${code}`)
  return [...bars].map((bar) => bar === '1')
}
