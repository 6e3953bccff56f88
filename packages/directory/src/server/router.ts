import { type Query, router as build } from '@crm/platform/server'
import { type Hooks, type RegisterProcedures, registerDocument, registerProcedures, relabel } from '@crm/register/server'
import { alsoByText, type AttachedTo, type AttachmentProcedures, attachmentProcedures } from '@crm/storage/server'
import { party } from '../party.ts'
import type { PartyAbout } from '../party-about.ts'
import { rights } from '../rights.ts'
import { aboutQuery } from './parties/about.ts'
import { type MergeProcedures, mergeProcedures } from './parties/merge-procedures.ts'
import { keepName } from './parties/names.ts'
import { type WhiteListProcedures, whiteListProcedures } from './white-list/procedures.ts'

export type DirectoryRouter = {
  party: RegisterProcedures<typeof party.fields> & {
    about: Query<{ id: number; language: 'pl' | 'en' }, PartyAbout>
    files: AttachmentProcedures
  }
  merge: MergeProcedures
  whiteList: WhiteListProcedures
}

const plainDocument = registerDocument(party, { view: rights.party.view, path: '/directory/parties' })

/** The same as the document that files hang on. */
export const partyFiles: AttachedTo = { ...plainDocument, rights: rights.party.files }

/** Found by what stands in its files, too. */
export const partyDocument = alsoByText(plainDocument, partyFiles)

/** A party that is called something else keeps the name that it had, and is called anew wherever it is referred to. */
const renamed: Hooks = {
  async updated(ctx, record, changes) {
    const before = changes.name?.[0]
    if (typeof before !== 'string') return
    await keepName(ctx, { partyId: record.id, name: before })
    await ctx.send(relabel, { kind: party.id, id: record.id, after: 0 })
  },
}

const procedures: DirectoryRouter = {
  party: { ...registerProcedures(party, rights.party, renamed), about: aboutQuery(partyDocument), files: attachmentProcedures(partyFiles) },
  merge: mergeProcedures(partyDocument),
  whiteList: whiteListProcedures(partyDocument),
}

export const router = build(procedures)
