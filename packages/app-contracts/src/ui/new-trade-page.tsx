import { dayOf } from '@crm/platform'
import { useMe } from '@crm/platform/ui'
import { NewRecordPage } from '@crm/register/ui'
import { tradeView } from './trade-view.tsx'

/** Begins with what is usual: today, in zlotys, net, and the person who enters it as owner. */
export default function NewTradePage() {
  const me = useMe()
  const today = dayOf(new Date())
  return (
    <NewRecordPage
      view={tradeView}
      initial={{
        status: 'draft',
        signedOn: today,
        startsOn: today,
        termKind: 'fixed',
        currency: 'PLN',
        priceBasis: 'net',
        period: 'monthly',
        owner: { id: me().id, label: me().name },
      }}
    />
  )
}
