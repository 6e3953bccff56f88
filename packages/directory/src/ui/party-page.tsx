import { RecordPage } from '@crm/register/ui'
import { partyView } from './party-view.ts'

export default () => <RecordPage view={partyView} />
