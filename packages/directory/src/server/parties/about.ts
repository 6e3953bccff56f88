import { documentOf } from '@crm/register'
import type { RegisterDocument } from '@crm/register/server'
import { allowedOn, type Query } from '@crm/platform/server'
import { z } from 'zod'
import { party } from '../../party.ts'
import type { PartyAbout } from '../../party-about.ts'
import { rights } from '../../rights.ts'
import { namesOf } from './names.ts'

/** Everything that the apps have about a party. The directory knows none of them: each answers for itself, with its own rights. */
export const aboutQuery = (document: RegisterDocument): Query<{ id: number; language: 'pl' | 'en' }, PartyAbout> =>
  allowedOn(rights.party.view)
    .input(z.strictObject({ id: z.number().int().positive(), language: z.enum(['pl', 'en']) }))
    .query(async ({ ctx, input }) => {
      await document.find(ctx, input.id)
      const question = { document: documentOf(party, input.id), language: input.language }
      const [names, ...groups] = await Promise.all([namesOf(ctx.system, input.id), ...ctx.system.apps.map(async (server) => (await server.about?.(ctx, question)) ?? [])])
      return { names, groups: groups.flat() }
    })
