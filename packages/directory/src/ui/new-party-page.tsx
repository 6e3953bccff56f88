import { NewRecordPage } from '@crm/register/ui'
import { partyView } from './party-view.ts'

export default () => <NewRecordPage view={partyView} />
