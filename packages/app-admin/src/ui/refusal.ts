import { type Issue, issuesOf } from '@crm/platform'
import { failureOf, failureText, issueText } from '@crm/platform/ui'
import { createSignal } from 'solid-js'
import { messages } from '../messages/index.ts'

/** What a small form was refused for: at its fields, or as a whole. */
export function createRefusal() {
  const [issues, setIssues] = createSignal<readonly Issue[]>([])
  const [problem, setProblem] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  return {
    problem,
    isBusy,
    at(name: string): string | undefined {
      const issue = issues().find((one) => one.path === name)
      return issue && issueText(issue, messages)
    },
    /** Wait for a call; what it is refused for is kept to be shown. */
    async trying(work: Promise<void>): Promise<void> {
      setBusy(true)
      setIssues([])
      setProblem('')
      try {
        await work
      } catch (error) {
        const failure = failureOf(error)
        setIssues(issuesOf(failure))
        setProblem(issuesOf(failure).length > 0 ? '' : failureText(failure))
      } finally {
        setBusy(false)
      }
    },
  }
}
