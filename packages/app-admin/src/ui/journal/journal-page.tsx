import type { JournalLine } from '@crm/platform'
import { failureOf, FailureMessage, failureText, formatMoment, language, RightButton, useCan, useText } from '@crm/platform/ui'
import { DataTable, PageHead, Popup, toast } from '@crm/widgets/ui'
import { useSearchParams } from '@solidjs/router'
import { createMemo, createResource, createSignal, For, Show } from 'solid-js'
import { messages } from '../../messages/index.ts'
import { rights } from '../../rights.ts'
import { api } from '../api.ts'
import { JournalEntry, plain } from './journal-entry.tsx'
import { JournalFilter } from './journal-filter.tsx'
import { JournalPrint } from './journal-print.tsx'
import { type Address, questionOf } from './journal-question.ts'
import { createPages } from '../pages.ts'

const widths = { at: 165, actor: 190, action: 230, document: 190, affectedUser: 170, outcome: 110, ip: 120, note: 320 } as const
const formats = ['xlsx', 'csv'] as const

/** What everybody did, newest first; older entries follow while one scrolls. Conditions and the open entry stand in the address. */
export default function JournalPage() {
  const text = useText(messages)
  const can = useCan()
  const [address, setAddress] = useSearchParams<Record<keyof Address, string>>()
  const [printed, setPrinted] = createSignal<readonly JournalLine[] | null>(null)
  const [actions] = createResource(language, (at) => api.journal.actions.fetch({ language: at }).catch(() => []))
  const names = createMemo(() => new Map((actions.latest ?? []).map((one) => [one.id, one.name])))
  const nameOf = (action: string) => names().get(action) ?? action
  const question = createMemo(() => questionOf(address))
  const pages = createPages(question, (asked, page) => api.journal.list.fetch({ ...asked, ...page }))

  const cellOf = (line: JournalLine, name: keyof typeof widths): string => {
    if (name === 'at') return formatMoment(line.at)
    if (name === 'action') return nameOf(line.action)
    if (name === 'actor') return line.actor ?? text('journal.system')
    if (name === 'document') return line.documentCode ?? line.document ?? ''
    if (name === 'note') return line.note ?? changed(line)
    return line[name] ?? ''
  }
  const columns = createMemo(() =>
    (Object.keys(widths) as (keyof typeof widths)[]).map((name) => ({
      id: name,
      title: text(`journal.fields.${name}`),
      width: widths[name],
      cell: (line: JournalLine) =>
        name === 'outcome' ? (
          <span class={`badge ${looks[line.outcome]}`}>{text(`journal.outcomes.${line.outcome}`)}</span>
        ) : (
          <span title={name === 'action' ? line.action : cellOf(line, name)}>{cellOf(line, name)}</span>
        ),
    })),
  ) // the object's own keys
  const print = async () => {
    try {
      setPrinted(await api.journal.print.fetch(question()))
    } catch (refusal) {
      toast({ text: failureText(failureOf(refusal)), look: 'danger' })
    }
  }
  const fileOf = (format: string) => `/files/admin/journal?${new URLSearchParams({ format, language: language(), question: JSON.stringify(question()) })}`
  // A link may lead to an entry that no page here has shown yet.
  const [linked] = createResource(
    () => (address.entry && /^\d+$/.test(address.entry) ? Number(address.entry) : null),
    async (id) => pages.lines()?.find((line) => line.id === id) ?? (await api.journal.list.fetch({ before: id + 1 }).catch(() => [])).find((line) => line.id === id),
  )
  const open = () => (address.entry ? (pages.lines()?.find((line) => String(line.id) === address.entry) ?? linked.latest) : undefined)
  return (
    <>
      <PageHead
        title={text('journal.title')}
        actions={
          <>
            <RightButton right={rights.journal.print} onClick={() => void print()}>
              {text('journal.print')}
            </RightButton>
            <Show when={can(rights.journal.export)}>
              <Popup button={{ icon: 'download', children: text('journal.export') }}>
                {(close) => (
                  <For each={formats}>
                    {(format) => (
                      <a class="crm-choice" href={fileOf(format)} download="" onClick={close}>
                        {text(`journal.${format}`)}
                      </a>
                    )}
                  </For>
                )}
              </Popup>
            </Show>
          </>
        }
      />
      <JournalFilter address={address} actions={actions.latest ?? []} onChange={(changed) => setAddress({ ...changed, entry: undefined }, { replace: true })} />
      <Show
        when={!pages.error()}
        fallback={
          <>
            <Show when={failureOf(pages.error()).code === 'busy'}>
              <p class="alert alert-warning py-2">{text('journal.slow')}</p>
            </Show>
            <FailureMessage error={pages.error()} again={() => void pages.reload()} />
          </>
        }
      >
        <DataTable
          label={text('journal.title')}
          columns={columns()}
          rows={pages.lines() ?? []}
          keyOf={(line) => line.id}
          onOpen={(line) => setAddress({ entry: String(line.id) })}
          onEnd={pages.more}
          empty={<p class="crm-message crm-quiet">{text('journal.empty')}</p>}
        />
      </Show>
      <Show when={open()}>{(line) => <JournalEntry line={line()} action={nameOf(line().action)} onClose={() => setAddress({ entry: undefined })} />}</Show>
      <Show when={printed()}>{(all) => <JournalPrint lines={all()} question={question()} nameOf={nameOf} onDone={() => setPrinted(null)} />}</Show>
    </>
  )
}

const looks = { done: 'crm-calm', denied: 'text-bg-danger', ignored: 'text-bg-secondary', failed: 'text-bg-warning' } as const

const changed = (line: JournalLine) =>
  Object.entries(line.changes ?? {})
    .map(([name, [, after]]) => (line.hidden.includes(name) ? name : `${name}: ${plain(after)}`))
    .join('; ')
