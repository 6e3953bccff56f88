import { Failure } from '@crm/platform'
import { refuse, type System } from '@crm/platform/server'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type LabelFormatName, labelFormatNames } from '../../label-format.ts'
import { documentIdOf, type Labelled } from './labelled.ts'

const question = z.strictObject({
  ids: z.string().regex(/^(\d+(,\d+){0,199})?$/),
  format: z.enum(labelFormatNames as [LabelFormatName, ...LabelFormatName[]]),
  start: z.coerce.number().int().min(1).max(60),
  x: z.coerce.number().min(-20).max(20),
  y: z.coerce.number().min(-20).max(20),
})

/** `GET /labels/<kind>`: the sheet of labels that were issued before; without ids, the test page. */
export function labelRoutes(http: FastifyInstance, system: System, to: Labelled): void {
  const guard = http.guardOn(to.label.print)
  http.get(`/labels/${to.kind}`, { config: { right: to.label.print } }, async (raw, reply) => {
    try {
      const ctx = await guard(raw, reply)
      const asked = question.safeParse(raw.query)
      if (!asked.success) throw new Failure('invalid', { issues: asked.error.issues.map((issue) => ({ path: issue.path.join('.'), code: 'wrong-value' })) })
      const { ids, format, start, x, y } = asked.data
      const placing = { format, start, shift: { x, y } }
      const { labelSheet, testSheet } = await import('./sheet.ts')
      const chosen = ids.split(',').filter(Boolean).map(Number)
      const labels = []
      for (const id of chosen) {
        const [row] = await system.database.read.query('select code, document from storage_label where id = ? and voided_at is null', [id])
        const document = documentIdOf(String(row?.[1] ?? ''))
        if (!row || document.kind !== to.kind) throw new Failure('missing')
        await to.find(ctx, document.id)
        const about = (await to.about(system, [document.id])).get(document.id)
        labels.push({ code: String(row[0]), number: about?.number ?? '', title: about?.labelText ?? '' })
      }
      const pdf = labels.length > 0 ? await labelSheet(labels, placing) : await testSheet(placing)
      return reply.type('application/pdf').header('content-disposition', 'inline; filename="etykiety.pdf"').header('cache-control', 'private, no-store').send(pdf)
    } catch (error) {
      return reply.send(refuse(raw, reply, error))
    }
  })
}
