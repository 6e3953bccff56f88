interface Process {
  readonly pid: number | undefined
  readonly birth: string | null
}

export function birthOf(pid: number | undefined): string | null
export function isLiving(one: Process): boolean
export function end(one: Process, options?: { signal?: string; patienceMs?: number }): Promise<void>
