import { ImportPage } from '@crm/register/ui'
import { entryView } from './entry-view.ts'

export default () => <ImportPage view={entryView} />
