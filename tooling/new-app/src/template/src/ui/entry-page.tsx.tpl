import { RecordPage } from '@crm/register/ui'
import { entryView } from './entry-view.ts'

export default () => <RecordPage view={entryView} />
