import type { FailureData, SettingLine, SettingValue } from '@crm/platform'
import { issuesOf, settingIssue } from '@crm/platform'
import { failureOf, failureText, FailureMessage, issueText, language, platformApi, useText } from '@crm/platform/ui'
import { Button, PageHead, Skeleton, toast } from '@crm/widgets/ui'
import { createMemo, createResource, createSignal, For, Show } from 'solid-js'
import { messages } from '../messages/index.ts'
import { SettingField } from './setting-field.tsx'

/** Everything that the apps let an admin tune, in groups; saved together. */
export default function SettingsPage() {
  const text = useText(messages)
  const [lines, { refetch }] = createResource(language, (at) => platformApi.settings.list.fetch({ language: at }))
  const [drafts, setDrafts] = createSignal<Readonly<Record<string, SettingValue>>>({})
  const [failure, setFailure] = createSignal<FailureData | null>(null)
  const [isBusy, setBusy] = createSignal(false)
  const groups = createMemo(() => [...Map.groupBy(lines.latest ?? [], (line) => `${line.app}: ${line.group}`)])
  const isDirty = () => Object.keys(drafts()).length > 0

  const change = (line: SettingLine, value: SettingValue) => {
    const { [line.id]: _, ...others } = drafts()
    setDrafts(JSON.stringify(value) === JSON.stringify(line.value) ? others : { ...others, [line.id]: value })
  }
  const errorOf = (line: SettingLine): string | undefined => {
    const refused = failure() ? issuesOf(failure() as FailureData).find((issue) => issue.path === line.id) : undefined // asked the line before
    if (refused) return issueText(refused)
    const draft = drafts()[line.id]
    if (draft === undefined || line.form?.kind !== 'count') return undefined
    const issue = settingIssue({ id: line.id, form: line.form }, draft)
    return issue ? issueText(issue) : undefined
  }
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    setBusy(true)
    setFailure(null)
    try {
      await platformApi.settings.save.run({ values: Object.fromEntries(Object.entries(drafts()).map(([id, value]) => [id, Array.isArray(value) ? value.filter(Boolean) : value])) })
      await refetch()
      setDrafts({})
      toast({ text: text('settings.saved') })
    } catch (refusal) {
      setFailure(failureOf(refusal))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form onSubmit={save}>
      <PageHead title={text('settings.title')} />
      <Show when={!lines.error} fallback={<FailureMessage error={lines.error} again={() => void refetch()} />}>
        <Show when={lines.latest} fallback={<Skeleton lines={8} label={text('settings.title')} />}>
          <For each={groups()}>
            {([, members]) => (
              <section class="crm-section">
                <h2>
                  {members[0]?.group} <small class="crm-quiet fw-normal">{members[0]?.app}</small>
                </h2>
                <div class="crm-fields">
                  <For each={members}>
                    {(line) => <SettingField line={line} value={drafts()[line.id] ?? line.value} error={errorOf(line)} onInput={(value) => change(line, value)} />}
                  </For>
                </div>
              </section>
            )}
          </For>
          <Show when={failure()}>
            {(refusal) => (
              <div class="alert alert-danger" role="alert">
                {failureText(refusal())}
              </div>
            )}
          </Show>
          <Show when={isDirty()}>
            <div class="crm-savebar">
              <Button type="submit" look="primary" isBusy={isBusy()}>
                {text('settings.save')}
              </Button>
              <Button onClick={() => setDrafts({})}>{text('settings.undo')}</Button>
            </div>
          </Show>
        </Show>
      </Show>
    </form>
  )
}
