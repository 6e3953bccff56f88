import type { Department } from '@crm/directory'
import { createLive, failureOf, FailureMessage, failureText, onChanged, RightButton, useText } from '@crm/platform/ui'
import { PageHead, Skeleton, toast } from '@crm/widgets/ui'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { messages } from '../../messages/index.ts'
import { rights } from '../../rights.ts'
import { api } from '../api.ts'
import { DepartmentDialog } from './department-dialog.tsx'

/** The company as a tree of departments with their heads. */
export default function DepartmentsPage() {
  const text = useText(messages)
  const [edited, setEdited] = createSignal<Department | 'new' | null>(null)
  const departments = createLive(
    () => null,
    () => api.departments.list.fetch(),
  )
  onChanged(
    () => 'directory.department:',
    () => void departments.refetch(),
  )
  const remove = async (one: Department) => {
    try {
      await api.departments.remove.run({ id: one.id })
      toast({ text: text('departments.removed') })
      await departments.refetch()
    } catch (error) {
      const failure = failureOf(error)
      toast({ text: failure.code === 'in-use' ? text('departments.inUse') : failureText(failure), look: 'danger' })
    }
  }
  return (
    <>
      <PageHead
        title={text('departments.title')}
        actions={
          <RightButton right={rights.departments.edit} look="primary" icon="plus" onClick={() => setEdited('new')}>
            {text('departments.create')}
          </RightButton>
        }
      />
      <Switch fallback={<Skeleton lines={6} label={text('departments.title')} />}>
        <Match when={departments.error()}>
          <FailureMessage error={departments.error()} again={() => void departments.refetch()} />
        </Match>
        <Match when={departments.value()}>
          {(all) => (
            <Show when={all().length > 0} fallback={<p class="crm-message crm-quiet">{text('departments.empty')}</p>}>
              <section class="crm-section">
                <Branch all={all()} under={null} onEdit={setEdited} onRemove={(one) => void remove(one)} />
              </section>
            </Show>
          )}
        </Match>
      </Switch>
      <Show when={edited()}>
        {(one) => (
          <DepartmentDialog
            department={one() === 'new' ? null : (one() as Department)}
            all={departments.value() ?? []}
            onClose={() => setEdited(null)}
            onSaved={() => {
              setEdited(null)
              void departments.refetch()
            }}
          />
        )}
      </Show>
    </>
  )
}

function Branch(props: {
  readonly all: readonly Department[]
  readonly under: number | null
  readonly onEdit: (one: Department) => void
  readonly onRemove: (one: Department) => void
}) {
  const text = useText(messages)
  const here = () => props.all.filter((one) => one.parentId === props.under)
  return (
    <Show when={here().length > 0}>
      <ul class="crm-tree">
        <For each={here()}>
          {(one) => (
            <li>
              <div>
                <strong>{one.name}</strong>
                <span class="crm-quiet">{one.headName ?? text('departments.noHead')}</span>
                <span class="crm-quiet ms-auto">{text('departments.count', { count: one.personCount })}</span>
                <span>
                  <RightButton right={rights.departments.edit} look="quiet" icon="pencil" label={`${text('departments.edit')}: ${one.name}`} onClick={() => props.onEdit(one)} />
                  <RightButton right={rights.departments.edit} look="quiet" icon="trash" label={`${text('departments.remove')}: ${one.name}`} onClick={() => props.onRemove(one)} />
                </span>
              </div>
              <Branch {...props} under={one.id} />
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
