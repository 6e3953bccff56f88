/**
 * The folded texts of one register in one piece of memory: looking through 50 MB takes some tens of milliseconds, where the
 * engine needs ten times that. Changed texts lie over the piece until it is made anew.
 */
export class Texts {
  readonly #piece: Buffer
  #used = 0
  readonly #ids: number[] = []
  /** Where each text begins; it ends before a zero byte, which no text has. */
  readonly #starts: number[] = []
  readonly #over = new Map<number, Buffer>()

  /** @param bytes how much the texts take, with a byte between them */
  constructor(bytes: number) {
    this.#piece = Buffer.alloc(bytes + 65_536)
  }

  /** A text as it was when the copy was made. What came in between and has no room lies over the piece. */
  load(id: number, text: Buffer): void {
    if (this.#used + text.length + 1 > this.#piece.length) {
      this.#over.set(id, text)
      return
    }
    this.#ids.push(id)
    this.#starts.push(this.#used)
    text.copy(this.#piece, this.#used)
    this.#used += text.length + 1
  }

  /** A text as it is now, whether the record was there or is new. */
  change(id: number, text: Buffer): void {
    this.#over.set(id, text)
  }

  /** @returns the ids of the records whose text has every word, in no order */
  find(words: readonly Buffer[]): Uint32Array {
    const [longest, ...others] = [...words].sort((left, right) => right.length - left.length)
    const hits = new Uint32Array(this.#ids.length + this.#over.size)
    let count = 0
    const add = (id: number) => {
      hits[count] = id
      count += 1
    }
    if (!longest) return hits.subarray(0, 0)
    for (const [id, text] of this.#over) if (words.every((word) => text.includes(word))) add(id)
    const piece = this.#piece.subarray(0, this.#used)
    let row = 0
    for (let at = piece.indexOf(longest); at >= 0; ) {
      row = this.#rowAt(at, row)
      const end = this.#starts[row + 1] ?? this.#used
      const id = this.#ids[row] ?? 0
      if (!this.#over.has(id) && (others.length === 0 || hasAll(piece.subarray(this.#starts[row], end), others))) add(id)
      at = end < this.#used ? piece.indexOf(longest, end) : -1
    }
    return hits.subarray(0, count)
  }

  /** The text that a place in the piece belongs to, at or behind a known one: a few steps, because the next hit is mostly near. */
  #rowAt(at: number, from: number): number {
    let low = from
    let step = 1
    while (low + step < this.#starts.length && (this.#starts[low + step] ?? 0) <= at) {
      low += step
      step *= 2
    }
    let high = Math.min(low + step, this.#starts.length) - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= at) low = middle
      else high = middle - 1
    }
    return low
  }
}

const hasAll = (text: Buffer, words: readonly Buffer[]) => words.every((word) => text.includes(word))
