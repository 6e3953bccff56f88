import { Failure } from '@crm/platform'
import { allowedOn, holdSeries, type Mutation, nextNumber, statement, type Writing } from '@crm/platform/server'
import { z } from 'zod'
import { labelCode } from '../../label-code.ts'
import type { Labelled } from './labelled.ts'

export type LabelProcedures = {
  print: Mutation<{ ids: number[] }, { id: number; code: string }[]>
  void: Mutation<{ documentId: number }, null>
}

const id = z.number().int().positive()

/** Labels of one kind of document. The sheet itself comes from {@link labelRoutes}. */
export function labelProcedures(to: Labelled): LabelProcedures {
  return {
    print: allowedOn(to.label.print)
      .input(z.strictObject({ ids: z.array(id).min(1).max(200) }))
      .mutation(async ({ ctx, input }) => {
        // Looking for a label that is not there locks the place where it would be: two who look at once would wait for each other.
        await holdSeries(seriesOf(ctx, to))
        const printed: { id: number; code: string }[] = []
        for (const documentId of [...new Set(input.ids)]) {
          const { code } = await to.find(ctx, documentId)
          const label = await printLabel(ctx, to, documentId)
          await ctx.journal({ document: `${to.kind}:${documentId}`, documentCode: code, note: label.code })
          printed.push(label)
        }
        return printed
      }),
    void: allowedOn(to.label.void)
      .input(z.strictObject({ documentId: id }))
      .mutation(async ({ ctx, input }) => {
        const { code } = await to.find(ctx, input.documentId)
        const document = `${to.kind}:${input.documentId}`
        const [live] = await statement<{ id: number; code: string }[]>('select id, code from storage_label where live_document = ? for update', [document])
        if (!live) throw new Failure('missing')
        await statement('update storage_label set live_document = null, voided_by = ?, voided_at = ? where id = ?', [ctx.user.id, ctx.now, live.id])
        await ctx.journal({ document, documentCode: code, changes: { label: [live.code, null] } })
        return null
      }),
  }
}

const seriesOf = (ctx: Writing, to: Labelled) => ({ series: `${to.series} {nnnnnn}`, year: ctx.now.getUTCFullYear() })

/** A document has one label that is good; printing it again prints the same. */
export async function printLabel(ctx: Writing, to: Labelled, documentId: number): Promise<{ id: number; code: string }> {
  const document = `${to.kind}:${documentId}`
  const [live] = await statement<{ id: number; code: string }[]>('select id, code from storage_label where live_document = ? for update', [document])
  if (live) {
    await statement('update storage_label set printed_by = ?, printed_at = ?, print_count = print_count + 1 where id = ?', [ctx.user.id, ctx.now, live.id])
    return live
  }
  const { series, year } = seriesOf(ctx, to)
  const serial = Number(await nextNumber({ series, year }).then((number) => number.slice(3)))
  const code = labelCode({ series: to.series, year, serial })
  const { insertId } = await statement('insert into storage_label (code, document, live_document, printed_by, printed_at, print_count) values (?,?,?,?,?,1)', [
    code,
    document,
    document,
    ctx.user.id,
    ctx.now,
  ])
  return { id: insertId, code }
}
