import { RecordPage } from '@crm/register/ui'
import { tradeView } from './trade-view.tsx'

export default () => <RecordPage view={tradeView} />
