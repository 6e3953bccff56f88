import { type Between, statement } from '@crm/platform/server'

/** The paper of a document that became part of another: lent as it is, unless that one's is lent too; what was counted, was counted. */
export async function movedPapers({ from, to }: Between): Promise<void> {
  await statement(
    `update storage_loan l left join storage_loan k on k.live_document = ?
       set l.live_document = if(k.id is null, ?, null), l.returned_at = if(k.id is null, l.returned_at, utc_timestamp(3)) where l.live_document = ?`,
    [to, to, from],
  )
  await statement('update storage_loan set document = ? where document = ?', [to, from])
  // Of both papers seen in one stock-taking, one line is left.
  await statement('delete l from storage_sight l join storage_sight k on k.stocktaking_id = l.stocktaking_id and k.document = ? where l.document = ?', [to, from])
  await statement('update storage_sight set document = ? where document = ?', [to, from])
}

/** Who had the paper of a document that is destroyed, and when it was counted. */
export async function forgetPapers(document: string): Promise<void> {
  await statement('delete from storage_loan where document = ?', [document])
  await statement('delete from storage_sight where document = ?', [document])
}
