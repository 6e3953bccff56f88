import { isDay, levelNames, platformRights } from '@crm/platform'
import { createLive, DayField, FailureMessage, formatDay, language, onChanged, useCan, useText } from '@crm/platform/ui'
import { Button, type GridCell, GridTable, PageHead, Skeleton } from '@crm/widgets/ui'
import { useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, For, Match, Show, Switch } from 'solid-js'
import type { RightLine, RightsTable } from '../../index.ts'
import { messages } from '../../messages/index.ts'
import { rights } from '../../rights.ts'
import { api } from '../api.ts'
import { HoldersChooser } from './holders-chooser.tsx'
import { type Open, OpenDialog } from './rights-open.tsx'
import { createChanges, type Mode, type Row } from './rights-state.ts'

/** Who may do what: rights as rows, people and groups as columns. Search, day and mode are in the address. */
export default function RightsPage() {
  const text = useText(messages)
  const [params, setParams] = useSearchParams<{ on?: string }>()
  const table = createLive(
    () => ({ language: language(), ...(params.on ? { on: params.on } : {}) }),
    (question) => api.rights.table.fetch(question),
  )
  const [hasWork, setWork] = createSignal(false)
  onChanged(
    () => 'platform.',
    () => {
      if (!hasWork()) void table.refetch()
    },
  )
  return (
    <Switch fallback={<Skeleton lines={14} label={text('table.title')} />}>
      <Match when={table.error()}>
        <FailureMessage error={table.error()} again={() => void table.refetch()} />
      </Match>
      <Match when={table.value()}>
        {(known) => <RightsGrid table={known()} on={params.on ?? null} onDay={(on) => setParams({ on })} onWork={setWork} refetch={() => void table.refetch()} />}
      </Match>
    </Switch>
  )
}

interface GridProps {
  readonly table: RightsTable
  readonly on: string | null
  readonly onDay: (day: string | null) => void
  readonly onWork: (hasWork: boolean) => void
  readonly refetch: () => void
}

function RightsGrid(props: GridProps) {
  const text = useText(messages)
  const can = useCan()
  const [params, setParams] = useSearchParams<{ q?: string; mode?: string; cols?: string; diff?: string; idle?: string }>()
  const changes = createChanges(() => props.table)
  const [open, setOpen] = createSignal<Open | null>(null)
  const mode = (): Mode => (params.mode === 'presets' ? 'presets' : 'holders')
  const mayEdit = () => can(platformRights.rights.edit) && props.on === null
  const chosen = () => (params.cols ? params.cols.split(',') : null)
  const holders = createMemo(() => {
    const wanted = chosen()
    return wanted ? props.table.holders.filter((holder) => wanted.includes(holder.id)) : props.table.holders
  })
  const idle = createLive(
    () => params.idle === '1',
    async (isWanted) => new Set(isWanted ? (await api.rights.unused.fetch()).map((line) => `u${line.userId} ${line.right}`) : []),
  )
  const isIdle = (holder: string, right: string) => idle.value()?.has(`${holder} ${right}`) ?? false
  const titleOf = createMemo(() => new Map(props.table.apps.map((app) => [app.id, app.title])))

  const rows = createMemo((): Row[] => {
    const sought = (params.q ?? '').trim().toLocaleLowerCase()
    const fits = (right: RightLine) => sought === '' || `${right.name} ${right.id} ${right.description} ${titleOf().get(right.app)}`.toLocaleLowerCase().includes(sought)
    const differs = (at: number) => params.diff !== '1' || new Set(holders().map((holder) => '.-'.includes(props.table.cells[holder.id]?.[at] ?? '.'))).size > 1
    const wasIdle = (right: RightLine) => params.idle !== '1' || holders().some((holder) => isIdle(holder.id, right.id))
    return props.table.apps.flatMap((app): Row[] => {
      const mine = props.table.rights.flatMap((right, at): Row[] => (right.app === app.id && fits(right) && differs(at) && wasIdle(right) ? [{ app: app.id, right: at }] : []))
      return mine.length > 0 ? [{ app: app.id, right: null }, ...mine] : []
    })
  })
  const shownRights = () => rows().flatMap((row) => (row.right === null ? [] : [row.right]))
  const rightAt = (row: Row | undefined) => (row && row.right !== null ? props.table.rights[row.right] : undefined)
  const touched = () => {
    props.onWork(changes.count() > 0)
  }

  const cell = (rowAt: number, columnAt: number): GridCell => {
    const row = rows()[rowAt]
    if (!row) return nothing
    if (mode() === 'presets') {
      const found = row.right === null ? null : changes.isInPreset(levelNames[columnAt] ?? 'read', row.right)
      return found ? { text: found.isIn ? '+' : '', look: `${found.isIn ? 'is-held' : ''} ${found.isChanged ? 'is-changed' : ''}` } : nothing
    }
    const holder = holders()[columnAt]
    if (!holder) return nothing
    if (row.right === null) {
      const { level, isChanged } = changes.levelOf(holder.id, row.app)
      return { text: text(`table.short.${level ?? 'none'}`), look: isChanged ? 'is-changed' : '' }
    }
    const { sign, isChanged } = changes.signOf(holder.id, row.right)
    const right = props.table.rights[row.right]
    const held = sign === '+' || sign === 'l' || sign === 'g' ? 'is-held' : sign === '-' ? 'is-taken' : ''
    return { text: shown[sign], look: `${held}${isChanged ? ' is-changed' : ''}${right && isIdle(holder.id, right.id) ? ' is-idle' : ''}` }
  }
  const cellTitle = (rowAt: number, columnAt: number): string => {
    const [row, holder, level] = [rows()[rowAt], holders()[columnAt], levelNames[columnAt]]
    const right = rightAt(row)
    if (mode() === 'presets') return level && right ? `${text(`table.levels.${level}`)}, ${right.name}` : ''
    if (!row || !holder) return ''
    if (row.right === null)
      return `${holder.name}: ${text('table.level', { app: titleOf().get(row.app) ?? '' })} – ${text(`table.levels.${changes.levelOf(holder.id, row.app).level ?? 'none'}`)}`
    return `${holder.name}, ${right?.name}: ${text(`table.cells.${changes.signOf(holder.id, row.right).sign}`)}`
  }
  const toggle = (rowAt: number, columnAt: number) => {
    const row = rows()[rowAt]
    if (!row || !mayEdit()) return
    if (mode() === 'presets') {
      const level = levelNames[columnAt]
      if (level && row.right !== null) changes.togglePreset(level, row.right)
    } else {
      const holder = holders()[columnAt]
      if (holder && row.right === null) changes.nextLevel(holder.id, row.app)
      else if (holder && row.right !== null) changes.toggle(holder.id, row.right)
    }
    touched()
  }
  const why = (rowAt: number, columnAt: number) => {
    const [right, holder] = [rightAt(rows()[rowAt]), holders()[columnAt]]
    if (right && holder && mode() === 'holders') setOpen({ what: 'why', holder, right })
  }

  return (
    <>
      <PageHead
        title={text('table.title')}
        aside={<span class="crm-quiet">{text('table.count', { count: shownRights().length })}</span>}
        actions={
          <Show when={can(rights.rights.export)}>
            <For each={['csv', 'xlsx'] as const}>
              {(format) => (
                <a class="btn btn-sm btn-outline-secondary" data-right={rights.rights.export.id} href={`/admin/rights.${format}?language=${language()}`} download="">
                  {text(`table.${format}`)}
                </a>
              )}
            </For>
          </Show>
        }
      />
      <div class="crm-chips mb-2">
        <input
          type="search"
          class="form-control form-control-sm w-auto flex-grow-1"
          placeholder={text('table.search')}
          aria-label={text('table.search')}
          value={params.q ?? ''}
          onInput={(event) => setParams({ q: event.currentTarget.value || null }, { replace: true })}
        />
        <select
          class="form-select form-select-sm crm-narrow"
          aria-label={text('table.title')}
          onChange={(event) => setParams({ mode: event.currentTarget.value === 'presets' ? 'presets' : null })}
        >
          <For each={['holders', 'presets'] as const}>
            {(one) => (
              <option value={one} selected={one === mode()}>
                {text(`table.modes.${one}`)}
              </option>
            )}
          </For>
        </select>
        <Show when={mode() === 'holders'}>
          <HoldersChooser holders={props.table.holders} chosen={chosen()} onChange={(ids) => setParams({ cols: ids ? ids.join(',') : null })} />
          <Check label={text('table.onlyDifferences')} isOn={params.diff === '1'} onChange={(isOn) => setParams({ diff: isOn ? '1' : null })} />
          <Check label={text('table.unused')} isOn={params.idle === '1'} onChange={(isOn) => setParams({ idle: isOn ? '1' : null })} />
        </Show>
        <div class="d-flex align-items-center gap-2">
          <label for="rights-on">{text('table.on')}</label>
          <DayField
            input={{ id: 'rights-on', describedBy: undefined, isInvalid: false }}
            value={props.on ?? ''}
            onInput={(day) => (day === '' || isDay(day)) && props.onDay(day || null)}
          />
        </div>
      </div>
      <Show when={props.on}>
        {(day) => (
          <div class="alert alert-secondary py-2 d-flex align-items-center gap-2" role="status">
            {text('table.asOf', { day: formatDay(day()) })}
            <Button look="quiet" icon="restore" onClick={() => props.onDay(null)}>
              {text('table.now')}
            </Button>
          </div>
        )}
      </Show>
      <Show when={rows().length > 0} fallback={<p class="crm-message crm-quiet">{text('table.none')}</p>}>
        <GridTable
          label={text('table.title')}
          rowCount={rows().length}
          columnCount={mode() === 'presets' ? levelNames.length : holders().length}
          cell={cell}
          cellTitle={cellTitle}
          isDivider={(at) => rows()[at]?.right === null}
          corner={<small class="crm-quiet">{text('table.legend')}</small>}
          rowHead={(at) => (
            <Show when={rightAt(rows()[at()])} fallback={<span>{text('table.level', { app: titleOf().get(rows()[at()]?.app ?? '') ?? '' })}</span>}>
              {(right) => (
                <>
                  <button
                    type="button"
                    tabIndex={-1}
                    title={`${right().description} (${right().id})`}
                    onClick={() => mayEdit() && mode() === 'holders' && setOpen({ what: 'row', right: right() })}
                  >
                    {right().name}
                  </button>
                  <Show when={right().isSensitive}>
                    <span class="badge text-bg-warning">{text('table.sensitive')}</span>
                  </Show>
                </>
              )}
            </Show>
          )}
          columnHead={(at) => (
            <Show
              when={mode() === 'holders'}
              fallback={
                <button type="button">
                  <span>{text(`table.levels.${levelNames[at()] ?? 'read'}`)}</span>
                </button>
              }
            >
              <Show when={holders()[at()]}>
                {(holder) => (
                  <button
                    type="button"
                    tabIndex={-1}
                    classList={{ 'is-group': holder().kind !== 'person' }}
                    title={`${holder().name} (${text(`table.kinds.${holder().kind}`)}${holder().note ? `, ${holder().note}` : ''})`}
                    onClick={() => mayEdit() && setOpen({ what: 'column', holder: holder() })}
                  >
                    <span>{holder().name}</span>
                  </button>
                )}
              </Show>
            </Show>
          )}
          onToggle={toggle}
          onOpen={why}
        />
      </Show>
      <Show when={changes.count() > 0}>
        <div class="crm-savebar">
          <strong>{text('table.pending', { count: changes.count() })}</strong>
          <Button
            class="ms-auto"
            onClick={() => {
              changes.discard()
              touched()
            }}
          >
            {text('table.discard')}
          </Button>
          <Button look="primary" icon="eye" data-right={platformRights.rights.edit.id} onClick={() => setOpen({ what: 'effect' })}>
            {text('table.show')}
          </Button>
        </div>
      </Show>
      <OpenDialog
        open={open()}
        table={props.table}
        changes={changes}
        columns={holders().map((holder) => holder.id)}
        shown={shownRights()}
        onClose={() => setOpen(null)}
        onSaved={() => {
          setOpen(null)
          changes.discard()
          touched()
          props.refetch()
        }}
        onMarked={touched}
      />
    </>
  )
}

const nothing: GridCell = { text: '' }
const shown = { '+': '+', '-': '−', l: '+ P', g: '+ G', '.': '', '?': '?' } as const

function Check(props: { readonly label: string; readonly isOn: boolean; readonly onChange: (isOn: boolean) => void }) {
  return (
    <label class="form-check m-0">
      <input type="checkbox" class="form-check-input" checked={props.isOn} onChange={(event) => props.onChange(event.currentTarget.checked)} />
      <span class="form-check-label">{props.label}</span>
    </label>
  )
}
