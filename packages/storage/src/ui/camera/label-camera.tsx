import { useText } from '@crm/platform/ui'
import { Button, Dialog } from '@crm/widgets/ui'
import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { messages } from '../../messages/index.ts'
import { openLabelEye } from './label-eye.ts'

type Problem = 'denied' | 'none' | 'busy' | 'insecure'

/** Between two looks: as often as an eye expects, and a phone still breathes. */
const pauseMs = 120
/** A label that stays before the camera is read once. */
const sameMs = 3_000

/** Reads labels by the camera of the phone until it is closed; what was made of a label is shown under the picture. */
export function LabelCamera(props: { readonly onCode: (code: string) => void; readonly onClose: () => void; readonly children?: JSX.Element }) {
  const text = useText(messages)
  const [problem, setProblem] = createSignal<Problem | null>(null)
  const [isSeeing, setSeeing] = createSignal(false)
  let video: HTMLVideoElement | undefined
  let stream: MediaStream | null = null
  let isClosed = false
  let last = { code: '', at: 0 }

  async function open(): Promise<void> {
    setProblem(null)
    // Browsers keep cameras from pages without https.
    if (!navigator.mediaDevices) return void setProblem('insecure')
    try {
      const [eye, opened] = await Promise.all([openLabelEye(), navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1_280 } } })])
      stream = opened
      if (isClosed || !video) return close()
      video.srcObject = opened
      await video.play()
      setSeeing(true)
      while (!isClosed) {
        const code = await eye.look(video).catch(() => null) // a picture that is not there yet
        if (code && !isClosed && (code !== last.code || performance.now() - last.at > sameMs)) take(code)
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
      }
    } catch (error) {
      if (!isClosed) setProblem(problemOf(error))
    }
  }
  const take = (code: string) => {
    last = { code, at: performance.now() }
    navigator.vibrate?.(60)
    props.onCode(code)
  }
  const close = () => {
    isClosed = true
    for (const track of stream?.getTracks() ?? []) track.stop()
  }
  onMount(() => void open())
  onCleanup(close)
  return (
    <Dialog title={text('camera.title')} closeLabel={text('close')} onClose={() => props.onClose()}>
      <Show
        when={problem()}
        fallback={
          <>
            <video ref={video} class="crm-camera" playsinline muted aria-label={text('camera.picture')} />
            <p class="crm-quiet mb-2" role="status">
              {text(isSeeing() ? 'camera.hold' : 'camera.opening')}
            </p>
          </>
        }
      >
        {(what) => (
          <div class="alert alert-warning mb-0" role="alert" data-camera={what()}>
            <p class="mb-2">{text(`camera.problems.${what()}`)}</p>
            <Show when={what() !== 'insecure'}>
              <Button onClick={() => void open()}>{text('retry')}</Button>
            </Show>
          </div>
        )}
      </Show>
      {props.children}
    </Dialog>
  )
}

function problemOf(error: unknown): Problem {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'none' : 'busy'
}
