import {Burger, Drawer} from '@mantine/core'
import {useDisclosure} from '@mantine/hooks'
import {useQuery} from '@tanstack/react-query'
import {Suspense, useEffect, useState} from 'react'
import {Route, Switch, useLocation, useParams} from 'wouter'
import {queries} from '../api/queries.ts'
import type {Organization} from '../api/types.ts'
import {organizationPages, servicePages} from '../pages.ts'
import {MeContext, OrganizationContext} from '../session/signedIn.ts'
import {texts} from '../texts.ts'
import {SendingContext} from '../uploads/sending/context.ts'
import {SendingIndicator} from '../uploads/sending/SendingIndicator.tsx'
import {SendingQueue} from '../uploads/sending/queue.ts'
import {Boundary} from '../ui/Boundary.tsx'
import {ProblemNotice} from '../ui/ProblemNotice.tsx'
import {Waiting} from '../ui/Waiting.tsx'
import {Account} from './Account.tsx'
import styles from './Frame.module.css'
import {HomeLink} from './HomeLink.tsx'
import {Navigation} from './Navigation.tsx'
import {NotFound} from './NotFound.tsx'
import {useVisitedOrganization} from './visitedOrganization.ts'

/** What surrounds every page of somebody signed in: the head with the account, the navigation, and the page's own room. */
export function Frame() {
  const me = useQuery(queries.me())
  const organizations = useQuery(queries.organizations())
  const [address] = useLocation()
  const [opened, drawer] = useDisclosure(false)
  const [sending] = useState(() => new SendingQueue())
  const organization = useVisitedOrganization(organizations.data)
  useEffect(drawer.close, [address])
  useEffect(() => () => sending.stop(), [sending])
  const error = me.error ?? organizations.error
  const navigation = me.data && organizations.data && (
    <Navigation me={me.data} organizations={organizations.data} organization={organization} />
  )
  return (
    <SendingContext value={sending}>
      <a className="skip" href="#page">{texts.common.skip}</a>
      <header className={styles.head}>
        <Burger hiddenFrom="md" size="sm" opened={opened} onClick={drawer.toggle} aria-label={texts.frame.openNavigation} />
        <HomeLink />
        <span className={styles.space} />
        <SendingIndicator />
        {me.data && <Account me={me.data} />}
      </header>
      <Drawer opened={opened} onClose={drawer.close} size="17.5rem" title={<HomeLink />} hiddenFrom="md" closeButtonProps={{'aria-label': texts.common.close}}>
        {navigation}
      </Drawer>
      <aside className={styles.side}>{navigation}</aside>
      <main id="page" className={styles.page} tabIndex={-1}>
        {error && !(me.data && organizations.data) ? (
          <ProblemNotice error={error} retry={() => void Promise.all([me.refetch(), organizations.refetch()])} />
        ) : me.data && organizations.data ? (
          <MeContext value={me.data}>
            <Boundary resetOn={address}>
              <Suspense fallback={<Waiting />}>
                <Pages organizations={organizations.data} />
              </Suspense>
            </Boundary>
          </MeContext>
        ) : (
          <Waiting />
        )}
      </main>
    </SendingContext>
  )
}

function Pages({organizations}: {organizations: Organization[]}) {
  return (
    <Switch>
      {servicePages.map(({path, page: Page}) => (
        <Route key={path} path={path}><Page /></Route>
      ))}
      <Route path="/o/:org/*"><OrganizationPages organizations={organizations} /></Route>
      <Route><NotFound /></Route>
    </Switch>
  )
}

function OrganizationPages({organizations}: {organizations: Organization[]}) {
  const {org} = useParams<{org: string}>()
  const organization = organizations.find(({slug}) => slug === org)
  if (!organization) return <NotFound />
  return (
    <OrganizationContext value={organization}>
      <Switch>
        {organizationPages.map(({path, page: Page}) => (
          <Route key={path} path={`/o/:org${path}`}><Page key={organization.id} /></Route>
        ))}
        <Route><NotFound /></Route>
      </Switch>
    </OrganizationContext>
  )
}
