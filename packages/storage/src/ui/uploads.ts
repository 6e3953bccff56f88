import type { FailureData } from '@crm/platform'
import { createStore } from 'solid-js/store'
import type { Upload } from 'tus-js-client'
import { endingOf, isAllowedEnding, largestFile } from '../index.ts'

export interface UploadLine {
  readonly id: number
  readonly name: string
  readonly size: number
  readonly sent: number
  /** Bytes a second, over the last stretch. */
  readonly speed: number
  readonly state: 'waiting' | 'sending' | 'paused' | 'done' | 'failed'
  readonly failure: FailureData | null
}

const atOnce = 3
const chunk = 8 * 1_048_576
let last = 0

/** Files on their way up: three at once, each resumable after a cut, a pause or a reload of the page. */
export function createUploads(options: {
  endpoint: string
  document: () => number
  /** Key of the part of the document that they are for. */
  part?: string | undefined
  /** With the name by which the server knows the upload. */
  onDone: (name: string, uploadId: string) => void
}) {
  const [lines, setLines] = createStore<UploadLine[]>([])
  const running = new Map<number, Upload>()
  const files = new Map<number, File>()

  const change = (id: number, to: Partial<UploadLine>) => setLines((line) => line.id === id, to)

  function add(chosen: readonly File[]): void {
    for (const file of chosen) {
      last += 1
      const failure = refusedAtOnce(file)
      files.set(last, file)
      setLines(lines.length, { id: last, name: file.name, size: file.size, sent: 0, speed: 0, state: failure ? 'failed' : 'waiting', failure })
    }
    next()
  }

  function next(): void {
    for (const line of lines) {
      if (running.size >= atOnce) return
      if (line.state === 'waiting') void begin(line.id)
    }
  }

  async function begin(id: number): Promise<void> {
    const file = files.get(id)
    if (!file) return
    change(id, { state: 'sending', failure: null })
    // Held before the library has come, so that a fourth does not start meanwhile.
    running.set(id, null as unknown as Upload) // replaced two lines below
    const tus = await import('tus-js-client')
    let mark = { at: performance.now(), sent: 0 }
    const upload = new tus.Upload(file, {
      endpoint: options.endpoint,
      chunkSize: chunk,
      retryDelays: [0, 1_000, 3_000, 5_000, 10_000],
      removeFingerprintOnSuccess: true,
      metadata: { filename: file.name, document: String(options.document()), ...(options.part ? { part: options.part } : {}) },
      fingerprint: async () => `crm ${options.endpoint} ${options.document()} ${options.part ?? ''} ${file.name} ${file.size} ${file.lastModified}`,
      onShouldRetry: (error) => error.originalResponse === null || error.originalResponse === undefined || error.originalResponse.getStatus() >= 500,
      onProgress(sent) {
        const now = performance.now()
        if (now - mark.at < 300) return change(id, { sent })
        change(id, { sent, speed: Math.max(0, ((sent - mark.sent) / (now - mark.at)) * 1_000) })
        mark = { at: now, sent }
      },
      onSuccess() {
        change(id, { state: 'done', sent: file.size })
        leave(id)
        options.onDone(file.name, upload.url?.split('/').at(-1) ?? '')
      },
      onError(error) {
        change(id, { state: 'failed', failure: failureIn(error) })
        leave(id)
      },
    })
    running.set(id, upload)
    const earlier = await upload.findPreviousUploads()
    if (earlier[0]) upload.resumeFromPreviousUpload(earlier[0])
    upload.start()
  }

  function leave(id: number): void {
    running.delete(id)
    next()
  }

  return {
    lines,
    add,
    async pause(id: number) {
      await running.get(id)?.abort()
      change(id, { state: 'paused', speed: 0 })
      leave(id)
    },
    resume(id: number) {
      change(id, { state: 'waiting' })
      next()
    },
    forget: (id: number) => setLines((all) => all.filter((line) => line.id !== id)),
  }
}

function refusedAtOnce(file: File): FailureData | null {
  if (file.size === 0) return { code: 'empty-file', params: { name: file.name } }
  if (file.size > largestFile) return { code: 'too-large', params: { name: file.name } }
  return isAllowedEnding(file.name) ? null : { code: 'wrong-type', params: { name: file.name, ending: endingOf(file.name) } }
}

/** The refusal in the server's answer; without one the connection was lost. */
function failureIn(error: Error): FailureData {
  const body = 'originalResponse' in error ? (error.originalResponse as { getBody(): string } | null)?.getBody() : null // tus-js-client's DetailedError
  try {
    return (JSON.parse(body ?? '') as { error: { data: { failure: FailureData } } }).error.data.failure
  } catch {
    return { code: 'upload-cut', params: {} }
  }
}
