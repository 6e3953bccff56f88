import { RecordPage } from '@crm/register/ui'
import { partyView } from './party-view.tsx'

export default () => <RecordPage view={partyView} />
