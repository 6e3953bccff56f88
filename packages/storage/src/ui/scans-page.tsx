import { type Api, createLive, FailureMessage, formatMoment, onChanged, useCan, useText } from '@crm/platform/ui'
import { Icon, Message, PageHead, Skeleton, Tabs, toast } from '@crm/widgets/ui'
import { useSearchParams } from '@solidjs/router'
import { For, Match, Show, Switch, untrack } from 'solid-js'
import type { ScanLine, ScanRights } from '../index.ts'
import { messages } from '../messages/index.ts'
import type { IntakeProcedures, ScanProcedures } from '../server/index.ts'
import { DropZone } from './drop-zone.tsx'
import { IntakesTab } from './intakes-tab.tsx'
import { LabelsBack } from './labels-back.tsx'
import { StoppedIntakes } from './stopped-intakes.tsx'
import { type Register, SortPart } from './sort-part.tsx'
import { UploadList } from './upload-list.tsx'
import { createUploads } from './uploads.ts'

/** The desk of scans: hand them in, watch them being read, place by hand what could not be placed. */
export function ScansPage(props: {
  readonly kind: string
  readonly rights: ScanRights
  readonly api: Api<ScanProcedures & { readonly intake: IntakeProcedures }>
  readonly registers: readonly Register[]
}) {
  const text = useText(messages)
  const can = useCan()
  const [search, setSearch] = useSearchParams<{ tab?: string }>()
  const scans = createLive(
    () => '',
    () => props.api.list.fetch(),
  )
  onChanged(
    () => `${props.kind}:`,
    () => void scans.refetch(),
  )
  const uploads = createUploads({
    endpoint: untrack(() => `/files/${props.kind}/upload`),
    document: () => 0,
    onDone(name) {
      toast({ text: text('labels.taken', { name }) })
      void scans.refetch()
    },
  })
  const waiting = () => (scans.value() ?? []).flatMap((scan) => scan.parts.filter((part) => part.state === 'sort').map((part) => ({ scan, part })))
  const tab = () => search.tab ?? 'scans'
  return (
    <>
      <PageHead title={text('labels.scansTitle')} />
      <Show when={can(props.rights.upload)}>
        <DropZone
          id="scan-files"
          right={props.rights.upload.id}
          lead={text('labels.dropScans')}
          choose={text('choose')}
          accept="application/pdf,image/jpeg,image/png,image/tiff"
          isMany
          onFiles={uploads.add}
        />
      </Show>
      <UploadList uploads={uploads} />
      <StoppedIntakes api={props.api} kind={props.kind} />
      <Tabs
        label={text('labels.scansTitle')}
        tabs={[
          { id: 'scans', label: text('labels.tabScans') },
          { id: 'sort', label: text('labels.tabSort', { count: waiting().length }) },
          { id: 'labels', label: text('labels.tabLabels') },
          ...(can(props.rights.sources) ? [{ id: 'sources', label: text('intake.tab') }] : []),
        ]}
        at={tab()}
        onChange={(next) => setSearch({ tab: next })}
      />
      <div role="tabpanel" aria-labelledby={`tab-${tab()}`}>
        <Show when={!scans.error()} fallback={<FailureMessage error={scans.error()} again={() => void scans.refetch()} />}>
          <Show when={scans.value()} fallback={<Skeleton lines={6} label={text('loading')} />}>
            {(known) => (
              <Switch>
                <Match when={tab() === 'labels'}>
                  <LabelsBack api={props.api} registers={props.registers} />
                </Match>
                <Match when={tab() === 'sources' && can(props.rights.sources)}>
                  <IntakesTab kind={props.kind} rights={props.rights} api={props.api.intake} />
                </Match>
                <Match when={tab() === 'sort'}>
                  <Show when={waiting().length > 0} fallback={<Message title={text('labels.sortEmpty')} />}>
                    <For each={waiting()}>
                      {({ scan, part }) => (
                        <SortPart kind={props.kind} rights={props.rights} api={props.api} registers={props.registers} scan={scan} part={part} onDone={() => void scans.refetch()} />
                      )}
                    </For>
                  </Show>
                </Match>
                <Match when={true}>
                  <Show when={known().length > 0} fallback={<Message title={text('labels.scansEmpty')} />}>
                    <ul class="list-unstyled" aria-label={text('labels.scansTitle')}>
                      <For each={known()}>{(scan) => <Line scan={scan} />}</For>
                    </ul>
                  </Show>
                </Match>
              </Switch>
            )}
          </Show>
        </Show>
      </div>
    </>
  )
}

function Line(props: { readonly scan: ScanLine }) {
  const text = useText(messages)
  const said = () => {
    const { state, pageCount, readCount } = props.scan
    if (state !== 'reading') return text(state === 'done' ? 'labels.doneScan' : 'labels.sortScan')
    return pageCount === null ? text('labels.readingFirst') : text('labels.reading', { read: readCount, pages: pageCount })
  }
  return (
    <li class="crm-section py-2 mb-1" data-scan={props.scan.state}>
      <div class="d-flex flex-wrap align-items-center gap-2">
        <Icon name="file" />
        <strong class="fw-semibold">{props.scan.name}</strong>
        <small class="crm-quiet">
          {props.scan.by} · {formatMoment(props.scan.at)}
        </small>
        <span
          class="badge ms-auto"
          classList={{ 'text-bg-success': props.scan.state === 'done', 'text-bg-warning': props.scan.state === 'sort', 'text-bg-info': props.scan.state === 'reading' }}
        >
          {said()}
        </span>
      </div>
      <Show when={props.scan.state === 'reading' && props.scan.pageCount}>
        {(pages) => <progress class="w-100" max={pages()} value={props.scan.readCount} aria-label={props.scan.name} />}
      </Show>
      <For each={props.scan.parts.filter((part) => part.state !== 'sort')}>
        {(part) => (
          <small class="d-block crm-quiet">
            {part.pages.length > 0 ? text('labels.pages', { pages: part.pages.join(', ') }) : text('labels.wholeFile')} ·{' '}
            {part.state === 'dropped' ? text('labels.dropped') : part.documentCode ? text('labels.attachedTo', { number: part.documentCode }) : text('labels.attachedHidden')}
          </small>
        )}
      </For>
    </li>
  )
}
