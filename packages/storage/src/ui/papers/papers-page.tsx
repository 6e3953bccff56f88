import { type Api, useCan, useText } from '@crm/platform/ui'
import { PageHead, Tabs } from '@crm/widgets/ui'
import { useSearchParams } from '@solidjs/router'
import { Match, Switch } from 'solid-js'
import type { PlaceRights } from '../../index.ts'
import { paperMessages } from '../../messages/papers.ts'
import type { PaperDeskProcedures } from '../../server/index.ts'
import type { Register } from '../sort-part.tsx'
import { LoansTab } from './loans-tab.tsx'
import { PlacesTab } from './places-tab.tsx'
import { TakingsTab } from './takings-tab.tsx'

/** The places of an app's papers, as their pages work with them. */
export interface PaperPlaces {
  /** `contracts.papers` */
  readonly kind: string
  /** `/contracts/papers` */
  readonly path: string
  readonly rights: PlaceRights
  readonly api: Api<PaperDeskProcedures>
  readonly registers: readonly Register[]
}

/** Where papers lie, who has which, and counting them. */
export function PapersPage(props: PaperPlaces) {
  const text = useText(paperMessages)
  const can = useCan()
  const [search, setSearch] = useSearchParams<{ tab?: string }>()
  const tab = () => search.tab ?? 'places'
  return (
    <>
      <PageHead title={text('title')} />
      <Tabs
        label={text('title')}
        tabs={[
          { id: 'places', label: text('tabPlaces') },
          ...(can(props.rights.count) ? [{ id: 'counting', label: text('tabCounting') }] : []),
          { id: 'loans', label: text('tabLoans') },
        ]}
        at={tab()}
        onChange={(next) => setSearch({ tab: next })}
      />
      <div role="tabpanel" aria-labelledby={`tab-${tab()}`}>
        <Switch fallback={<PlacesTab {...props} />}>
          <Match when={tab() === 'counting' && can(props.rights.count)}>
            <TakingsTab {...props} />
          </Match>
          <Match when={tab() === 'loans'}>
            <LoansTab {...props} />
          </Match>
        </Switch>
      </div>
    </>
  )
}
