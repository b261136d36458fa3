import {NavLink, Select, Text} from '@mantine/core'
import {Link, useLocation} from 'wouter'
import type {Me, Organization} from '../api/types.ts'
import {paths} from '../paths.ts'
import {may} from '../session/permissions.ts'
import {texts} from '../texts.ts'
import {organizationNavigation, serviceNavigation} from './navigation.ts'
import styles from './Navigation.module.css'

interface Props {
  me: Me
  organizations: Organization[]
  organization: Organization | undefined
}

/** The pages that the key may see: those of an organization, which is chosen here, and those of the service. */
export function Navigation({me, organizations, organization}: Props) {
  const [address, go] = useLocation()
  const service = serviceNavigation.filter((entry) => entry.visible(me))
  return (
    <nav aria-label={texts.frame.navigation}>
      <Select
        label={texts.frame.organization}
        data={organizations.map(({slug, name}) => ({value: slug, label: name}))}
        value={organization?.slug ?? null}
        onChange={(slug) => slug && go(paths.organization(slug))}
        placeholder={texts.frame.chooseOrganization}
        searchable={organizations.length > 8}
        allowDeselect={false}
        mb="sm"
      />
      {organization &&
        organizationNavigation
          .filter(({permission}) => may(me, permission, organization.id))
          .map((entry) => <NavigationLink key={entry.path} {...entry} to={paths.organization(organization.slug, entry.path)} address={address} />)}
      {service.length > 0 && <Text className={styles.group}>{texts.frame.service}</Text>}
      {service.map((entry) => <NavigationLink key={entry.path} {...entry} to={entry.path} address={address} />)}
    </nav>
  )
}

interface LinkProps {
  to: string
  address: string
  text: string
  icon: (typeof organizationNavigation)[number]['icon']
}

function NavigationLink({to, address, text, icon: Icon}: LinkProps) {
  const here = address === to || (to !== '/' && address.startsWith(`${to}/`))
  return (
    <NavLink
      component={Link}
      href={to}
      label={text}
      leftSection={<Icon size={18} stroke={1.7} />}
      active={here}
      aria-current={here ? 'page' : undefined}
      className={styles.link}
    />
  )
}
