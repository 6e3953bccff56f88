import { platformRights } from '@crm/platform'
import { createLive, FailureMessage, failureOf, failureText, onChanged, platformApi, RightButton, useCan, useText } from '@crm/platform/ui'
import { Button, Dialog, FormField, PageHead, Skeleton, Suggest, TextInput, toast } from '@crm/widgets/ui'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import type { GroupLine } from '../../index.ts'
import { messages } from '../../messages/index.ts'
import { rights } from '../../rights.ts'
import { api } from '../api.ts'

/** Groups made by people, and those of departments and positions; who is in each. */
export default function GroupsPage() {
  const text = useText(messages)
  const groups = createLive(
    () => null,
    () => api.groups.list.fetch(),
  )
  onChanged(
    () => 'platform.group:',
    () => void groups.refetch(),
  )
  const [naming, setNaming] = createSignal<{ id: number | null; name: string } | null>(null)
  const act = async (work: Promise<unknown>): Promise<boolean> => {
    try {
      await work
      await groups.refetch()
      return true
    } catch (error) {
      const failure = failureOf(error)
      toast({ text: failureText(failure), look: 'danger' })
      return false
    }
  }
  const save = (name: string) => act(platformApi.groups.save.run({ id: naming()?.id ?? null, name })).then((isDone) => isDone && setNaming(null))
  return (
    <>
      <PageHead
        title={text('groups.title')}
        actions={
          <RightButton right={platformRights.groups.edit} look="primary" icon="plus" onClick={() => setNaming({ id: null, name: '' })}>
            {text('groups.add')}
          </RightButton>
        }
      />
      <Switch fallback={<Skeleton lines={6} label={text('groups.title')} />}>
        <Match when={groups.error()}>
          <FailureMessage error={groups.error()} again={() => void groups.refetch()} />
        </Match>
        <Match when={groups.value()}>
          {(known) => (
            <ul class="list-unstyled" aria-label={text('groups.title')}>
              <For each={known()} fallback={<li class="crm-quiet">{text('groups.empty')}</li>}>
                {(group) => <Group group={group} act={(work) => void act(work)} onRename={() => setNaming({ id: group.id, name: group.name })} />}
              </For>
            </ul>
          )}
        </Match>
      </Switch>
      <Show when={naming()}>{(one) => <NameDialog name={one().name} onClose={() => setNaming(null)} onSave={(name) => void save(name)} />}</Show>
    </>
  )
}

function Group(props: { readonly group: GroupLine; readonly act: (work: Promise<unknown>) => void; readonly onRename: () => void }) {
  const text = useText(messages)
  const can = useCan()
  const mayEdit = () => props.group.kind === 'user' && can(platformRights.groups.edit)
  const members = (add: number[], remove: number[]) => props.act(platformApi.groups.members.run({ id: props.group.id, add, remove }))
  const find = (typed: string) => api.groups.people.fetch({ text: typed })
  return (
    <li class="crm-section py-2 mb-2" data-group={props.group.name}>
      <div class="d-flex flex-wrap align-items-center gap-2">
        <strong>{props.group.name}</strong>
        <span class="badge text-bg-secondary">{text(`table.kinds.${props.group.kind}`)}</span>
        <span class="crm-quiet">{text('groups.count', { count: props.group.members.length })}</span>
        <Show when={mayEdit()}>
          <span class="ms-auto d-flex gap-1">
            <RightButton right={platformRights.groups.edit} look="quiet" icon="pencil" label={`${text('groups.rename')}: ${props.group.name}`} onClick={() => props.onRename()} />
            <RightButton
              right={platformRights.groups.edit}
              look="quiet"
              icon="trash"
              label={`${text('groups.remove')}: ${props.group.name}`}
              onClick={() => props.act(platformApi.groups.remove.run({ id: props.group.id }))}
            />
          </span>
        </Show>
      </div>
      <Show when={can(rights.people.demandFactor)}>
        <label class="form-check mt-1">
          <input
            type="checkbox"
            class="form-check-input"
            data-right={rights.people.demandFactor.id}
            checked={props.group.demandsFactor}
            onChange={(event) => props.act(api.safety.demandFactor.run({ of: { groupId: props.group.id }, isDemanded: event.currentTarget.checked }))}
          />
          <span class="form-check-label">{text('factor.ofGroup')}</span>
        </label>
      </Show>
      <div class="crm-chips mt-1">
        <For each={props.group.members}>
          {(member) => (
            <span class="crm-chip">
              {member.name}
              <Show when={mayEdit()}>
                <Button look="quiet" icon="cross" label={text('groups.takeOut', { name: member.name })} onClick={() => members([], [member.id])} />
              </Show>
            </span>
          )}
        </For>
      </div>
      <Show when={mayEdit()}>
        <FormField label={text('groups.putIn')}>
          {(input) => <Suggest input={input} shown="" isClearedAfter nothing={text('groups.nobody')} find={find} onPick={(one) => one && members([one.id], [])} />}
        </FormField>
      </Show>
    </li>
  )
}

function NameDialog(props: { readonly name: string; readonly onClose: () => void; readonly onSave: (name: string) => void }) {
  const text = useText(messages)
  const [name, setName] = createSignal<string | null>(null)
  const value = () => name() ?? props.name
  return (
    <Dialog
      title={text('groups.name')}
      closeLabel={text('table.close')}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{text('table.cancel')}</Button>
          <Button look="primary" disabled={value().trim() === ''} onClick={() => props.onSave(value().trim())}>
            {text('groups.save')}
          </Button>
        </>
      }
    >
      <FormField name="group-name" label={text('groups.name')} isRequired>
        {(input) => <TextInput input={input} value={value()} maxLength={120} onInput={setName} />}
      </FormField>
    </Dialog>
  )
}
