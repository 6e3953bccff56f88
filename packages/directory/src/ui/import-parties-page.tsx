import { ImportPage } from '@crm/register/ui'
import { partyView } from './party-view.ts'

export default () => <ImportPage view={partyView} />
