import { createApi } from '@crm/platform/ui'
import { defineView } from '@crm/register/ui'
import { messages } from '../messages/index.ts'
import { party } from '../party.ts'
import { rights } from '../rights.ts'
import type { DirectoryRouter } from '../server/index.ts'

export const partyView = defineView({
  register: party,
  api: createApi<DirectoryRouter>('directory').party,
  rights: rights.party,
  messages,
  entity: 'party',
  path: '/directory/parties',
})
