import { shortRightName } from '@crm/platform/ui'
import { defineView } from '@crm/register/ui'
import { Attachments, FilesFound } from '@crm/storage/ui'
import { messages } from '../messages/index.ts'
import { party } from '../party.ts'
import { rights } from '../rights.ts'
import { FillFromWhiteList } from './fill-from-white-list.tsx'
import { WhiteListPanel } from './white-list-panel.tsx'
import { MergeTwo } from './merge-two.tsx'
import { AboutParty } from './about-party.tsx'
import { api } from './api.ts'

const { files, merge, whiteList, ...own } = rights.party

export const partyView = defineView({
  register: party,
  api: api.party,
  rights: own,
  messages,
  entity: 'party',
  path: '/directory/parties',
  files: (documentId) => <Attachments kind={party.id} documentId={documentId} rights={files} api={api.party.files} labelOf={(right) => shortRightName(messages, right)} />,
  filesFound: (search) => <FilesFound search={search} path="/directory/parties" api={api.party.files} />,
  elsewhere: (id) => api.merge.into.fetch({ id }),
  manyActions: (ids) => <MergeTwo ids={ids} />,
  formTop: (form) => <FillFromWhiteList form={form} />,
  below: (row) => (
    <>
      <WhiteListPanel id={row.id} nip={typeof row.nip === 'string' ? row.nip : null} accounts={(row.accounts ?? []) as readonly string[] /* a field of tags */} />
      <AboutParty id={row.id} />
    </>
  ),
})
