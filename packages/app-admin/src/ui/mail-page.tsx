import { createLive, failureOf, FailureMessage, failureText, formatMoment, language, onChanged, RightButton, sentenceOf, useText } from '@crm/platform/ui'
import { DataTable, PageHead, toast } from '@crm/widgets/ui'
import { useSearchParams } from '@solidjs/router'
import { createMemo, Show } from 'solid-js'
import { messages } from '../messages/index.ts'
import { rights } from '../rights.ts'
import type { AdminRouter } from '../server/index.ts'
import { api } from './api.ts'
import { NarrowChoice } from './rights/narrow-choice.tsx'

type Line = AdminRouter['mail']['list']['_def']['$types']['output'][number]

const states = ['waiting', 'sent', 'failed', 'off'] as const
const widths = { createdAt: 150, to: 210, kind: 220, state: 130, attempts: 70, error: 360, nextAt: 150, actions: 150 } as const
const looks = { waiting: 'text-bg-info', sent: 'text-bg-success', failed: 'text-bg-danger', off: 'text-bg-warning' } as const

/** Every letter of the system and what became of it. */
export default function MailPage() {
  const text = useText(messages)
  const [address, setAddress] = useSearchParams<{ state?: string }>()
  const state = () => states.find((one) => one === address.state)
  const lines = createLive(state, (one) => api.mail.list.fetch(one ? { state: one } : {}))
  onChanged(
    () => 'platform.mail:',
    () => void lines.refetch(),
  )
  const again = async (line: Line) => {
    try {
      await api.mail.resend.run({ id: line.id })
      toast({ text: text('mail.sentAgain') })
      await lines.refetch()
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
  }
  const reasonOf = (line: Line) => {
    if (line.error === null) return ''
    const own = sentenceOf(messages, `mail.errors.${line.error}`)
    return own.startsWith('mail.errors.') ? line.error : own
  }
  const cellOf = (line: Line, name: keyof typeof widths) => {
    if (name === 'createdAt') return <span>{formatMoment(line.createdAt)}</span>
    if (name === 'nextAt') return <span>{line.nextAt && line.state === 'waiting' ? formatMoment(line.nextAt) : ''}</span>
    if (name === 'kind') return <span title={line.kind}>{line[language()]}</span>
    if (name === 'state') return <span class={`badge ${looks[line.state]}`}>{text(`mail.states.${line.state}`)}</span>
    if (name === 'error') return <span title={reasonOf(line)}>{reasonOf(line)}</span>
    if (name === 'actions')
      return (
        <Show when={line.state === 'failed' || line.state === 'off'}>
          <RightButton right={rights.mail.resend} onClick={() => void again(line)}>
            {text('mail.again')}
          </RightButton>
        </Show>
      )
    return <span>{String(line[name])}</span>
  }
  const columns = createMemo(() =>
    (Object.keys(widths) as (keyof typeof widths)[]).map((name) => ({
      id: name,
      title: text(`mail.fields.${name}`),
      width: widths[name],
      isNumber: name === 'attempts',
      cell: (line: Line) => cellOf(line, name),
    })),
  ) // the object's own keys
  return (
    <>
      <PageHead title={text('mail.title')} />
      <Show when={lines.value()?.some((line) => line.state === 'off')}>
        <div class="alert alert-warning py-2">{text('mail.off')}</div>
      </Show>
      <div class="crm-chips mb-2">
        <NarrowChoice
          label={text('mail.fields.state')}
          all={text('mail.any')}
          values={states}
          say={(one) => text(`mail.states.${one}`)}
          value={state()}
          onChange={(one) => setAddress({ state: one })}
        />
      </div>
      <Show when={!lines.error()} fallback={<FailureMessage error={lines.error()} again={() => void lines.refetch()} />}>
        <DataTable
          label={text('mail.title')}
          columns={columns()}
          rows={lines.value() ?? []}
          keyOf={(line) => new Date(line.createdAt).getTime()}
          empty={<Show when={lines.value()}>{<p class="crm-message crm-quiet">{text('mail.empty')}</p>}</Show>}
        />
      </Show>
    </>
  )
}
