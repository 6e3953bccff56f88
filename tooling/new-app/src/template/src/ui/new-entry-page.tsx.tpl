import { NewRecordPage } from '@crm/register/ui'
import { entryView } from './entry-view.ts'

export default () => <NewRecordPage view={entryView} />
