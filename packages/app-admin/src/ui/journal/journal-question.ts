import type { JournalQuestion } from '@crm/platform'

/** Conditions as they stand in the address; the people and the group are ids. */
const textConditions = ['action', 'right', 'document', 'ip', 'session', 'requestId', 'text', 'from', 'to', 'outcome'] as const
const idConditions = ['actorId', 'affectedUserId', 'affectedGroupId'] as const
type Name = (typeof textConditions)[number] | (typeof idConditions)[number]

export type Address = { readonly [One in Name]?: string | undefined } & { readonly entry?: string | undefined }

export function questionOf(address: Address): JournalQuestion {
  const texts = textConditions.flatMap((name) => (address[name] ? [[name, address[name]] as const] : []))
  const ids = idConditions.flatMap((name) => (Number(address[name]) > 0 ? [[name, Number(address[name])] as const] : []))
  return Object.fromEntries([...texts, ...ids]) as JournalQuestion // names of both lists are the question's
}
