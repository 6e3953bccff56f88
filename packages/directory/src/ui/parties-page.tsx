import { RegisterPage } from '@crm/register/ui'
import { partyView } from './party-view.ts'

export default () => <RegisterPage view={partyView} />
