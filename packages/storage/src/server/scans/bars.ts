import type { PageImage } from './pages.ts'

/** Three millimetres at 100 dpi. */
const side = 12
/** Half of the stroke across the bars that is counted along, in pixels: six millimetres. */
const reach = 24
/** Patches in one place: a page of text has up to three by chance, scattered ones up to ten; the smallest label, creased, has fourteen. */
const fewest = 6

/**
 * Whether something like bars is on a page drawn at 200 dpi: edges that run one way, many of them side by side, and patch beside patch of them.
 * The edges of letters run every way; those of a ruled table run one way, but far apart. It is asked only where no label was read at once,
 * so that plain pages are not searched four times over.
 */
export function hasBars(image: PageImage): boolean {
  const small = halved(image)
  const edges = edgesOf(small)
  const patches: Patch[] = []
  for (let row = 0; row + 1 < edges.down; row += 1) {
    for (let column = 0; column + 1 < edges.across; column += 1) {
      const way = wayOf(edges, row * edges.across + column)
      if (way !== null && changesAlong(small, { way, x: (column + 1) * side, y: (row + 1) * side }) >= 9) patches.push({ column, row })
    }
  }
  return hasGroup(patches)
}

/** A place where bars may be, in blocks from the upper left. */
interface Patch {
  readonly column: number
  readonly row: number
}

/** Whether enough of them hang together; a gap of one block is a crease or a stroke of a pen. */
function hasGroup(patches: readonly Patch[]): boolean {
  const left = new Set(patches)
  for (const first of left) {
    left.delete(first)
    const group = [first]
    for (const one of group) {
      for (const other of left) {
        if (Math.abs(other.column - one.column) > 2 || Math.abs(other.row - one.row) > 2) continue
        left.delete(other)
        group.push(other)
      }
      if (group.length >= fewest) return true
    }
  }
  return false
}

interface Edges {
  readonly across: number
  readonly down: number
  readonly xx: Float64Array
  readonly yy: Float64Array
  readonly xy: Float64Array
}

/** The structure tensor of each block. */
function edgesOf({ pixels, width, height }: PageImage): Edges {
  const [across, down] = [Math.floor((width - 2) / side), Math.floor((height - 2) / side)]
  const [xx, yy, xy] = [new Float64Array(across * down), new Float64Array(across * down), new Float64Array(across * down)]
  for (let y = 1; y <= down * side; y += 1) {
    const row = Math.floor((y - 1) / side) * across
    for (let x = 1; x <= across * side; x += 1) {
      const at = y * width + x
      const dx = (pixels[at + 1] ?? 0) - (pixels[at - 1] ?? 0)
      const dy = (pixels[at + width] ?? 0) - (pixels[at - width] ?? 0)
      if (dx === 0 && dy === 0) continue
      const block = row + Math.floor((x - 1) / side)
      xx[block] = (xx[block] ?? 0) + dx * dx
      yy[block] = (yy[block] ?? 0) + dy * dy
      xy[block] = (xy[block] ?? 0) + dx * dy
    }
  }
  return { across, down, xx, yy, xy }
}

/** Across the edges of two by two blocks, in radians; `null` where they are weak or run every way. */
function wayOf({ across, xx, yy, xy }: Edges, at: number): number | null {
  const four = (of: Float64Array) => (of[at] ?? 0) + (of[at + 1] ?? 0) + (of[at + across] ?? 0) + (of[at + across + 1] ?? 0)
  const [sumX, sumY, sumXY] = [four(xx), four(yy), four(xy)]
  const strength = sumX + sumY
  if (strength < 4 * side * side * 300 || Math.hypot(sumX - sumY, 2 * sumXY) < 0.5 * strength) return null
  return Math.atan2(2 * sumXY, sumX - sumY) / 2
}

/** How often dark and light change on a straight stroke through a point. */
function changesAlong({ pixels, width, height }: PageImage, { way, x, y }: { way: number; x: number; y: number }): number {
  const stroke: number[] = []
  for (let step = -reach; step <= reach; step += 1) {
    const [px, py] = [Math.round(x + step * Math.cos(way)), Math.round(y + step * Math.sin(way))]
    if (px >= 0 && px < width && py >= 0 && py < height) stroke.push(pixels[py * width + px] ?? 255)
  }
  const [darkest, lightest] = [Math.min(...stroke), Math.max(...stroke)]
  const middle = (darkest + lightest) / 2
  const slack = (lightest - darkest) * 0.08
  let changes = 0
  let isDark = (stroke[0] ?? 255) < middle
  for (const grey of stroke) {
    if (isDark ? grey <= middle + slack : grey >= middle - slack) continue
    isDark = !isDark
    changes += 1
  }
  return changes
}

/** Half of the dots each way; what noise there is averages out. */
function halved({ pixels, width, height }: PageImage): PageImage {
  const [across, down] = [width >> 1, height >> 1]
  const small = new Uint8Array(across * down)
  for (let y = 0; y < down; y += 1) {
    for (let x = 0, from = 2 * y * width; x < across; x += 1, from += 2) {
      small[y * across + x] = ((pixels[from] ?? 0) + (pixels[from + 1] ?? 0) + (pixels[from + width] ?? 0) + (pixels[from + width + 1] ?? 0)) >> 2
    }
  }
  return { pixels: small, width: across, height: down }
}
