import { createLive, FailureMessage, failureOf, failureText, language, onChanged, RightButton, useText } from '@crm/platform/ui'
import type { AddedTo } from '@crm/register'
import { FormField, PageHead, Select, Skeleton, toast } from '@crm/widgets/ui'
import { useSearchParams } from '@solidjs/router'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { messages } from '../messages/index.ts'
import { rights } from '../rights.ts'
import { api } from './api.ts'
import { FieldDialog } from './field-dialog.tsx'

type Added = AddedTo['fields'][number]

/** Fields that the office adds to its registers, one register at a time. */
export default function FieldsPage() {
  const text = useText(messages)
  const [search, setSearch] = useSearchParams<{ register?: string }>()
  const [edited, setEdited] = createSignal<Added | 'new' | null>(null)
  const all = createLive(
    () => null,
    () => api.fields.list.fetch(),
  )
  onChanged(
    () => 'register.added:',
    () => void all.refetch(),
  )
  const chosen = () => all.value()?.find((one) => one.register === search.register) ?? all.value()?.[0]
  const act = async (work: Promise<unknown>, said?: string): Promise<void> => {
    try {
      await work
      if (said) toast({ text: said })
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
    await all.refetch()
  }
  return (
    <>
      <PageHead
        title={text('fields.title')}
        actions={
          <RightButton right={rights.fields.edit} look="primary" icon="plus" onClick={() => setEdited('new')}>
            {text('fields.add')}
          </RightButton>
        }
      />
      <p class="crm-quiet">{text('fields.lead')}</p>
      <Switch fallback={<Skeleton lines={6} label={text('fields.title')} />}>
        <Match when={all.error()}>
          <FailureMessage error={all.error()} again={() => void all.refetch()} />
        </Match>
        <Match when={all.value() && !chosen()}>
          <p class="crm-message crm-quiet">{text('fields.none')}</p>
        </Match>
        <Match when={chosen()}>
          {(one) => (
            <>
              <FormField name="register" label={text('fields.register')}>
                {(input) => (
                  <Select
                    input={input}
                    value={one().register}
                    options={(all.value() ?? []).map((of) => ({ value: of.register, label: of[language()] }))}
                    onInput={(register) => setSearch({ register })}
                  />
                )}
              </FormField>
              <Fields of={one()} onEdit={setEdited} act={(work, said) => void act(work, said)} />
            </>
          )}
        </Match>
      </Switch>
      <Show when={chosen() && edited()}>
        {(one) => (
          <FieldDialog
            of={chosen() as AddedTo}
            field={one() === 'new' ? null : (one() as Added)}
            onClose={() => setEdited(null)}
            onSaved={(name) => {
              setEdited(null)
              void act(Promise.resolve(), text('fields.saved', { name }))
            }}
          />
        )}
      </Show>
    </>
  )
}

function Fields(props: { readonly of: AddedTo; readonly onEdit: (field: Added) => void; readonly act: (work: Promise<unknown>, said?: string) => void }) {
  const text = useText(messages)
  const move = (field: Added, by: -1 | 1) => props.act(api.fields.move.run({ register: props.of.register, field: field.field, by }))
  const use = (field: Added, isUsed: boolean) =>
    props.act(api.fields.use.run({ register: props.of.register, field: field.field, isUsed }), isUsed ? undefined : text('fields.withdrawn'))
  return (
    <Show when={props.of.fields.length > 0} fallback={<p class="crm-message crm-quiet">{text('fields.empty')}</p>}>
      <div class="table-responsive mt-3">
        <table class="table align-middle">
          <thead>
            <tr>
              <For each={['name', 'kind', 'choices', 'state', 'actions'] as const}>{(column) => <th scope="col">{text(`fields.columns.${column}`)}</th>}</For>
            </tr>
          </thead>
          <tbody>
            <For each={props.of.fields}>
              {(field, at) => (
                <tr data-field={field.field} classList={{ 'crm-quiet': !field.isUsed }}>
                  <td>{field[language()]}</td>
                  <td>{text(`fields.kinds.${field.kind}`)}</td>
                  <td>
                    {field.choices
                      .filter((choice) => choice.isUsed)
                      .map((choice) => choice[language()])
                      .join(', ')}
                  </td>
                  <td>{text(field.isUsed ? 'fields.used' : 'fields.unused')}</td>
                  <td class="text-nowrap">
                    <RightButton
                      right={rights.fields.edit}
                      look="quiet"
                      icon="up"
                      label={`${text('fields.up')}: ${field[language()]}`}
                      disabled={at() === 0}
                      onClick={() => move(field, -1)}
                    />
                    <RightButton
                      right={rights.fields.edit}
                      look="quiet"
                      icon="down"
                      label={`${text('fields.down')}: ${field[language()]}`}
                      disabled={at() === props.of.fields.length - 1}
                      onClick={() => move(field, 1)}
                    />
                    <RightButton right={rights.fields.edit} look="quiet" icon="pencil" label={`${text('fields.edit')}: ${field[language()]}`} onClick={() => props.onEdit(field)} />
                    <RightButton right={rights.fields.edit} look="quiet" icon={field.isUsed ? 'archive' : 'restore'} onClick={() => use(field, !field.isUsed)}>
                      {text(field.isUsed ? 'fields.withdraw' : 'fields.putBack')}
                    </RightButton>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </Show>
  )
}
