import { RegisterPage } from '@crm/register/ui'
import { partyView } from './party-view.tsx'

export default () => <RegisterPage view={partyView} />
