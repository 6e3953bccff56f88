import { type Issue, issuesOf, type Messages } from '@crm/platform'
import { createSignal } from 'solid-js'
import { failureOf } from './refused.ts'
import { failureText, issueText } from './text.ts'

/** What a form was refused for, at its fields or as a whole; `messages` have the app's own words for what is wrong. */
export function createRefusal(messages: Messages) {
  const [issues, setIssues] = createSignal<readonly Issue[]>([])
  const [problem, setProblem] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  return {
    issues,
    problem,
    isBusy,
    /** The first of these fields that was refused. */
    at(...names: readonly string[]): string | undefined {
      const issue = issues().find((one) => names.includes(one.path))
      return issue && issueText(issue, messages)
    },
    /** Refused before it was sent. */
    refuse: (found: readonly Issue[]) => void setIssues(found),
    /** Wait for a call; what it is refused for is kept to be shown. Issues at a field that the form does not have are its problem as a whole. */
    async trying(work: Promise<void>, { asWhole = [] }: { asWhole?: readonly string[] } = {}): Promise<void> {
      setBusy(true)
      setIssues([])
      setProblem('')
      try {
        await work
      } catch (error) {
        const failure = failureOf(error)
        const found = issuesOf(failure)
        const whole = found.filter((issue) => asWhole.includes(issue.path))
        setIssues(found)
        setProblem(found.length === 0 ? failureText(failure) : whole.map((issue) => issueText(issue, messages)).join(' '))
      } finally {
        setBusy(false)
      }
    },
  }
}
