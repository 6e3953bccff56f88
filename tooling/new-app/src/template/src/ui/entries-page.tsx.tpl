import { RegisterPage } from '@crm/register/ui'
import { entryView } from './entry-view.ts'

export default () => <RegisterPage view={entryView} />
