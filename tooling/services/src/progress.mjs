const start = Date.now()

/** One plain line of progress with the time that has passed; beside what a command prints, which may be read by another. */
export function say(text) {
  process.stderr.write(`[${String(Math.round((Date.now() - start) / 1000)).padStart(3)} s] ${text}\n`)
}
