import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** When a process began, as its system says it: with the pid it names one process and no later one. `null` for none and for a zombie. */
export function birthOf(pid) {
  if (!pid) return null
  try {
    if (process.platform !== 'linux') return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? null : fields[19]
  } catch {
    return null
  }
}

export const isLiving = ({ pid, birth }) => birth !== null && birthOf(pid) === birth

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** Ask a process to end, then make it. */
export async function end(one, { signal = 'SIGTERM', patienceMs = 8_000 } = {}) {
  if (!isLiving(one)) return
  kill(one.pid, signal)
  for (let waited = 0; waited < patienceMs && isLiving(one); waited += 50) await pause(50)
  if (isLiving(one)) kill(one.pid, 'SIGKILL')
  for (let waited = 0; waited < 3_000 && isLiving(one); waited += 50) await pause(50)
}

function kill(pid, signal) {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended by itself in between.
  }
}
