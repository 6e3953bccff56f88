import type { AboutGroup } from '@crm/platform'
import { createLive, FailureMessage, formatDay, formatMoney, language, onChanged, useText } from '@crm/platform/ui'
import { Message, Skeleton } from '@crm/widgets/ui'
import { A } from '@solidjs/router'
import { For, Match, Show, Switch } from 'solid-js'
import { aboutMessages } from '../messages/about.ts'
import { api } from './api.ts'

/** What every app has about a party, under its data. */
export function AboutParty(props: { readonly id: number }) {
  const text = useText(aboutMessages)
  const about = createLive(
    () => ({ id: props.id, language: language() }),
    (question) => api.party.about.fetch(question),
  )
  onChanged(
    () => `directory.party:${props.id}`,
    () => void about.refetch(),
  )
  return (
    <Switch fallback={<Skeleton lines={6} label={text('loading')} />}>
      <Match when={about.error()}>
        <FailureMessage error={about.error()} again={() => void about.refetch()} />
      </Match>
      <Match when={about.value()}>
        {(known) => (
          <>
            <Show when={known().names.length > 0}>
              <section class="crm-section" aria-label={text('names')}>
                <h2>{text('names')}</h2>
                <ul class="list-unstyled mb-0">
                  <For each={known().names}>
                    {(former) => (
                      <li>
                        {former.name} <span class="crm-quiet">{text('until', { day: formatDay(former.until) })}</span>
                      </li>
                    )}
                  </For>
                </ul>
              </section>
            </Show>
            <Show when={known().groups.length > 0} fallback={<Message title={text('none')} body={text('noneWhy')} />}>
              <For each={known().groups}>{(group) => <Group group={group} />}</For>
            </Show>
          </>
        )}
      </Match>
    </Switch>
  )
}

function Group(props: { readonly group: AboutGroup }) {
  const text = useText(aboutMessages)
  const has = (part: 'state' | 'amount' | 'day') => props.group.lines.some((line) => line[part] !== null)
  return (
    <section class="crm-section" data-about={props.group.title}>
      <div class="d-flex flex-wrap align-items-baseline gap-2 mb-2">
        <h2 class="mb-0">{props.group.title}</h2>
        <span class="badge text-bg-secondary">{props.group.count}</span>
        <Show when={props.group.count > props.group.lines.length}>
          <span class="crm-quiet">{text('shown', { shown: props.group.lines.length, count: props.group.count })}</span>
        </Show>
        <Show when={props.group.allPath}>
          {(path) => (
            <A class="ms-auto" href={path()}>
              {text('all')}
            </A>
          )}
        </Show>
      </div>
      <div class="table-responsive">
        <table class="table table-sm align-middle mb-0" aria-label={props.group.title}>
          <thead>
            <tr>
              <th scope="col">{text('what')}</th>
              <Show when={has('state')}>
                <th scope="col">{text('state')}</th>
              </Show>
              <Show when={has('day')}>
                <th scope="col">{props.group.dayTitle}</th>
              </Show>
              <Show when={has('amount')}>
                <th scope="col" class="text-end">
                  {text('amount')}
                </th>
              </Show>
            </tr>
          </thead>
          <tbody>
            <For each={props.group.lines}>
              {(line) => (
                <tr>
                  <td>
                    <A href={line.path}>{line.code ?? line.title}</A>
                    <Show when={line.code && line.title}> · {line.title}</Show>
                  </td>
                  <Show when={has('state')}>
                    <td>{line.state}</td>
                  </Show>
                  <Show when={has('day')}>
                    <td class="text-nowrap">{line.day ? formatDay(line.day) : '—'}</td>
                  </Show>
                  <Show when={has('amount')}>
                    <td class="text-end text-nowrap">{line.amount ? formatMoney(line.amount, line.currency ?? '') : '—'}</td>
                  </Show>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </section>
  )
}
