import { NewRecordPage } from '@crm/register/ui'
import { partyView } from './party-view.tsx'

export default () => <NewRecordPage view={partyView} />
