/** Which end a list begins at. */
export type Direction = 'asc' | 'desc'

/** The order of a register's records by one column and their id, as the engine's index has it: nulls first, its own collation. */
export class Order {
  /** Place of each record by its id, from 1; 0 is a record that was not there. */
  #places = new Uint32Array(1_024)
  #last = 0

  /** The records come in ascending order. */
  load(id: number): void {
    if (id >= this.#places.length) {
      const larger = new Uint32Array(Math.max(id + 1_024, this.#places.length * 2))
      larger.set(this.#places)
      this.#places = larger
    }
    this.#last += 1
    this.#places[id] = this.#last
  }

  has(id: number): boolean {
    return (this.#places[id] ?? 0) > 0
  }

  /**
   * The first of some records in this order, behind a given one.
   *
   * @param of.after id of the last record of the page before, which must be in the order
   */
  first(ids: Uint32Array, { direction, after, count }: { direction: Direction; after: number | null; count: number }): Uint32Array {
    // Descending is ascending from the other end.
    const placeOf = (id: number) => {
      const place = this.#places[id] ?? 0
      return direction === 'asc' || place === 0 ? place : this.#last + 1 - place
    }
    const from = after === null ? 0 : placeOf(after)
    const byPlace = new Uint32Array(this.#last + 2)
    let farthest = 0
    let found = 0
    for (const id of ids) {
      const place = placeOf(id)
      if (place <= from) continue
      byPlace[place] = id
      found += 1
      if (place > farthest) farthest = place
    }
    const first = new Uint32Array(Math.min(count, found))
    for (let place = from + 1, at = 0; at < first.length && place <= farthest; place += 1) {
      const id = byPlace[place]
      if (id !== undefined && id > 0) {
        first[at] = id
        at += 1
      }
    }
    return first
  }
}
