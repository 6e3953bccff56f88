import { useText } from '@crm/platform/ui'
import { Button } from '@crm/widgets/ui'
import { createSignal, type JSX, lazy, Show, Suspense } from 'solid-js'
import { Portal } from 'solid-js/web'
import { messages } from '../../messages/index.ts'

const LabelCamera = lazy(async () => ({ default: (await import('./label-camera.tsx')).LabelCamera }))

/** Opens the camera to read labels. It stays open for many where `isMany`; otherwise the first one closes it. */
export function CameraButton(props: { readonly isMany?: boolean; readonly onCode: (code: string) => void; readonly children?: JSX.Element }) {
  const text = useText(messages)
  const [isOpen, setOpen] = createSignal(false)
  const take = (code: string) => {
    if (!props.isMany) setOpen(false)
    props.onCode(code)
  }
  return (
    <>
      <Button icon="camera" label={text('camera.title')} onClick={() => setOpen(true)} />
      <Show when={isOpen()}>
        {/* The button may stand in a group of inputs, which shapes whatever is in it. */}
        <Portal>
          <Suspense>
            <LabelCamera onCode={take} onClose={() => setOpen(false)}>
              {props.children}
            </LabelCamera>
          </Suspense>
        </Portal>
      </Show>
    </>
  )
}
