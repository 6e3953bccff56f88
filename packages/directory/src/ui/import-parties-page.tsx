import { ImportPage } from '@crm/register/ui'
import { partyView } from './party-view.tsx'

export default () => <ImportPage view={partyView} />
