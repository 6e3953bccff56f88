import { Failure, type FailureData } from '@crm/platform'
import type { ReadPdf } from '@crm/storage'

/** What a PDF says. @throws Failure as the server refused it, 'unavailable' without an answer */
export async function readFile(kind: string, file: File): Promise<ReadPdf> {
  const answer = await fetch(`/files/${kind}/read`, { method: 'POST', headers: { 'content-type': 'application/pdf' }, body: file }).catch(() => null)
  const body = (await answer?.json().catch(() => null)) as (ReadPdf & { error?: { data: { failure: FailureData } } }) | null // our own route's two answers
  if (!body) throw new Failure('unavailable')
  if (body.error) throw new Failure(body.error.data.failure.code, body.error.data.failure.params)
  return body
}
