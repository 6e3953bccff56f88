import { RegisterPage } from '@crm/register/ui'
import { tradeView } from './trade-view.tsx'

export default () => <RegisterPage view={tradeView} />
