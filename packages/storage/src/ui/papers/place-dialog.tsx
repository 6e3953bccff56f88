import { type Issue, issuesOf } from '@crm/platform'
import { type Api, failureOf, failureText, issueText, useText } from '@crm/platform/ui'
import { Button, Dialog, FormField, Select, TextInput, toast } from '@crm/widgets/ui'
import { createSignal, Show, untrack } from 'solid-js'
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
  const [issues, setIssues] = createSignal<readonly Issue[]>([])
  const [problem, setProblem] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  const problemAt = (path: string) => {
    const issue = issues().find((known) => known.path === path)
    return issue && issueText(issue, paperMessages)
  }
  const save = async () => {
    setBusy(true)
    setIssues([])
    setProblem('')
    try {
      await props.api.save.run({ id: props.place.id, code: code(), name: name().trim() || null, withinId: withinId() === '' ? null : Number(withinId()) })
      toast({ text: text('saved') })
      props.onSaved()
    } catch (error) {
      const failure = failureOf(error)
      setIssues(issuesOf(failure))
      if (issues().length === 0) setProblem(failureText(failure))
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={text(props.place.id === null ? 'addPlace' : 'editPlace')}
      closeLabel={text('close')}
      onClose={() => props.onClose()}
      footer={
        <>
          <Show when={problem()}>
            <span class="text-danger me-auto" role="alert">
              {problem()}
            </span>
          </Show>
          <Button onClick={() => props.onClose()}>{text('cancel')}</Button>
          <Button look="primary" icon="check" isBusy={isBusy()} onClick={() => void save()}>
            {text('save')}
          </Button>
        </>
      }
    >
      <FormField name="placeCode" label={text('code')} isRequired help={text('codeHelp')} error={problemAt('code')}>
        {(input) => <TextInput input={input} value={code()} maxLength={80} onInput={setCode} />}
      </FormField>
      <FormField name="placeName" label={text('placeName')} error={problemAt('name')}>
        {(input) => <TextInput input={input} value={name()} maxLength={120} onInput={setName} />}
      </FormField>
      <FormField name="placeWithin" label={text('within')} error={problemAt('withinId')}>
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
    </Dialog>
  )
}
