import { type Api, createRefusal, useText } from '@crm/platform/ui'
import { FormDialog, FormField, Select, TextInput, toast } from '@crm/widgets/ui'
import { createSignal, untrack } from 'solid-js'
import { asTree, type Place } from '../../index.ts'
import { paperMessages } from '../../messages/papers.ts'
import type { PaperDeskProcedures } from '../../server/index.ts'

/** A new place, or other words for one. */
export function PlaceDialog(props: {
  readonly api: Api<PaperDeskProcedures>
  readonly place: Pick<Place, 'code' | 'name' | 'withinId'> & { readonly id: number | null }
  readonly places: readonly Place[]
  readonly onClose: () => void
  readonly onSaved: () => void
}) {
  const text = useText(paperMessages)
  const [code, setCode] = createSignal(untrack(() => props.place.code))
  const [name, setName] = createSignal(untrack(() => props.place.name ?? ''))
  const [withinId, setWithinId] = createSignal(untrack(() => String(props.place.withinId ?? '')))
  const refusal = createRefusal(paperMessages)
  const save = async () => {
    await props.api.save.run({ id: props.place.id, code: code(), name: name().trim() || null, withinId: withinId() === '' ? null : Number(withinId()) })
    toast({ text: text('saved') })
    props.onSaved()
  }
  return (
    <FormDialog
      title={text(props.place.id === null ? 'addPlace' : 'editPlace')}
      closeLabel={text('close')}
      cancelLabel={text('cancel')}
      sendLabel={text('save')}
      isBusy={refusal.isBusy()}
      problem={refusal.problem()}
      onClose={props.onClose}
      onSend={() => void refusal.trying(save())}
    >
      <FormField name="placeCode" label={text('code')} isRequired help={text('codeHelp')} error={refusal.at('code')}>
        {(input) => <TextInput input={input} value={code()} maxLength={80} onInput={setCode} />}
      </FormField>
      <FormField name="placeName" label={text('placeName')} error={refusal.at('name')}>
        {(input) => <TextInput input={input} value={name()} maxLength={120} onInput={setName} />}
      </FormField>
      <FormField name="placeWithin" label={text('within')} error={refusal.at('withinId')}>
        {(input) => (
          <Select
            input={input}
            value={withinId()}
            emptyLabel={text('nowhere')}
            options={asTree(props.places)
              .filter(({ place }) => place.id !== props.place.id)
              .map(({ place, depth }) => ({ value: String(place.id), label: `${'— '.repeat(depth)}${place.code}` }))}
            onInput={setWithinId}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
