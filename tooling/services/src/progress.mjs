const start = Date.now()

/** One plain line of progress with the time that has passed. */
export function say(text) {
  process.stdout.write(`[${String(Math.round((Date.now() - start) / 1000)).padStart(3)} s] ${text}\n`)
}
