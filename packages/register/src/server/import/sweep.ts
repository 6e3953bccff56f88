import { type JobContext, statement } from '@crm/platform/server'

const keptDays = 30

/** The contents of sheets hold other people's data: after thirty days only what was made of them is left, and how they were mapped. */
export default async function sweepImports(ctx: JobContext): Promise<void> {
  const before = new Date(ctx.now.getTime() - keptDays * 86_400_000)
  const old = await statement<{ id: number }[]>("select id from register_import where at < ? and state not in ('undone','failed') and row_count > 0 order by id limit 50", [before])
  for (const { id } of old) {
    await statement('delete from register_import_row where import_id = ?', [id])
    await statement("update register_import set row_count = 0, state = case state when 'done' then 'done' else 'failed' end where id = ?", [id])
  }
}
