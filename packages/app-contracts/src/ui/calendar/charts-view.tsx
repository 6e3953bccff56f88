import { endOfMonth } from '@crm/platform'
import { createApi, createLive, FailureMessage, formatMoney, language, sentenceOf, useText } from '@crm/platform/ui'
import type { Filter } from '@crm/register'
import { BarChart, FormField, Message, Select, Skeleton } from '@crm/widgets/ui'
import { createMemo, createSignal, Match, Show, Switch } from 'solid-js'
import { messages } from '../../messages/index.ts'
import { reportMessages } from '../../messages/reports.ts'
import { type ContractReport, counting, type DepartmentValue, type EndingMonth } from '../../report.ts'
import type { ContractsRouter } from '../../server/index.ts'

const api = createApi<ContractsRouter>('contracts')

/** The list of a variant with exactly the contracts of a bar. */
const listOf = (entity: string, conditions: Extract<Filter, { all: unknown }>['all']) =>
  `/contracts/${entity}?f=${encodeURIComponent(JSON.stringify({ all: [{ field: 'status', op: 'oneOf', value: counting }, ...conditions] } satisfies Filter))}`

const moneyOf = ({ currency, priceBasis }: DepartmentValue) => `${currency} ${priceBasis}`

/** How many contracts of a register end when, and what the departments' are worth. */
export function ChartsView(props: { readonly entity: string; readonly entities: readonly string[]; readonly onEntity: (entity: string) => void }) {
  const text = useText(reportMessages)
  const figures = createLive(
    () => props.entity,
    (entity) => api.reports.figures.fetch({ entity }),
  )
  return (
    <>
      <p class="crm-quiet">{text('lead')}</p>
      <div class="crm-fields mb-3">
        <FormField name="report-variant" label={text('variant')}>
          {(input) => (
            <Select
              input={input}
              value={props.entity}
              options={props.entities.map((value) => ({ value, label: sentenceOf(messages, `${value}.title`) }))}
              onInput={(entity) => props.onEntity(entity)}
            />
          )}
        </FormField>
      </div>
      <Switch fallback={<Skeleton lines={8} label={text('loading')} />}>
        <Match when={figures.error()}>
          <FailureMessage error={figures.error()} again={() => void figures.refetch()} />
        </Match>
        <Match when={figures.value()}>{(known) => <Charts entity={props.entity} report={known()} />}</Match>
      </Switch>
    </>
  )
}

function Charts(props: { readonly entity: string; readonly report: ContractReport }) {
  const text = useText(reportMessages)
  const moneys = createMemo(() => [...new Set(props.report.values.map(moneyOf))])
  const [chosen, setChosen] = createSignal('')
  // What was chosen may not be there in another register; the money of most contracts is the usual one.
  const usual = () => [...moneys()].sort((a, b) => countIn(b) - countIn(a))[0] ?? ''
  const countIn = (money: string) => props.report.values.filter((value) => moneyOf(value) === money).reduce((sum, value) => sum + value.count, 0)
  const money = () => (moneys().includes(chosen()) ? chosen() : usual())
  const monthName = (month: string, style: 'short' | 'long') =>
    new Intl.DateTimeFormat(language() === 'pl' ? 'pl-PL' : 'en-GB', { month: style, year: style === 'long' ? 'numeric' : '2-digit', timeZone: 'UTC' }).format(
      new Date(`${month}-01T00:00:00Z`),
    )
  const endingBar = ({ month, count }: EndingMonth) => ({
    label: monthName(month, 'short'),
    value: count,
    shown: text('endingCount', { count }),
    href: listOf(props.entity, [{ field: 'nextEndOn', op: 'between', value: [`${month}-01`, endOfMonth(`${month}-01`)] }]),
  })
  const valueBar = ({ departmentId, department, currency, priceBasis, sum }: DepartmentValue) => ({
    label: department ?? text('noDepartment'),
    // For the drawing only: the words beside it are exact.
    value: Number(sum),
    shown: formatMoney(sum, currency),
    href: listOf(props.entity, [
      departmentId === null ? { field: 'department', op: 'empty' } : { field: 'department', op: 'oneOf', value: [departmentId] },
      { field: 'currency', op: 'oneOf', value: [currency] },
      { field: 'priceBasis', op: 'oneOf', value: [priceBasis] },
      { field: 'valuePerYear', op: 'filled' },
    ]),
  })
  return (
    <>
      <section class="crm-section mb-3">
        <Show when={props.report.ending.some(({ count }) => count > 0)} fallback={<Message title={text('noneEnding')} />}>
          <BarChart title={text('ending')} bars={props.report.ending.map(endingBar)} table={{ open: text('table'), label: text('column.month'), value: text('column.count') }} />
        </Show>
      </section>
      <section class="crm-section">
        <Show when={moneys().length > 0} fallback={<Message title={text('noValues')} />}>
          <div class="crm-fields mb-2">
            <FormField name="report-money" label={text('money')}>
              {(input) => (
                <Select
                  input={input}
                  value={money()}
                  options={moneys().map((value) => {
                    const [currency = '', basis = 'net'] = value.split(' ')
                    return { value, label: `${currency}, ${basis === 'gross' ? text('bases.gross') : text('bases.net')}` }
                  })}
                  onInput={setChosen}
                />
              )}
            </FormField>
          </div>
          <BarChart
            isLying
            title={text('values')}
            bars={props.report.values.filter((value) => moneyOf(value) === money()).map(valueBar)}
            table={{ open: text('table'), label: text('column.department'), value: text('column.sum') }}
          />
        </Show>
      </section>
    </>
  )
}
