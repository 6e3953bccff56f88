import { dayOf } from '@crm/platform'
import { useMe } from '@crm/platform/ui'
import { ImportPage, NewRecordPage, RecordPage, RegisterPage } from '@crm/register/ui'
import { variants } from '../variants.ts'
import { contractView, type Entity } from './contract-view.tsx'

/** The list, the card and the form of a variant. */
export const pagesOf = (entity: Entity) => {
  const view = contractView(entity)
  return {
    List: () => <RegisterPage view={view} />,
    Card: () => <RecordPage view={view} />,
    New: () => <NewRecordPage view={view} initial={useInitial(entity)} />,
    Import: () => <ImportPage view={view} initial={useInitial(entity)} />,
  }
}

/** Begins with what is usual: today, in zlotys, net, and the person who enters it as owner. */
function useInitial(entity: Entity) {
  const me = useMe()
  const today = dayOf(new Date())
  return {
    status: 'draft',
    signedOn: today,
    startsOn: today,
    termKind: 'fixed',
    currency: 'PLN',
    priceBasis: 'net',
    period: 'monthly',
    owner: { id: me().id, label: me().name },
    ...variants[entity].initial,
  }
}
