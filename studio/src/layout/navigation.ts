import {IconBuilding, IconBulb, IconDatabase, IconInbox, IconKey, IconProgressCheck, IconTags} from '@tabler/icons-react'
import type {ComponentType} from 'react'
import type {Me, Permission} from '../api/types.ts'
import {paths} from '../paths.ts'
import {isAdministrator, isPlatformAdministrator} from '../session/permissions.ts'
import {texts} from '../texts.ts'

interface Entry {
  path: string
  text: string
  icon: ComponentType<{size?: number; stroke?: number}>
}

/** Pages of an organization, and what one must be allowed to see them. */
export const organizationNavigation: (Entry & {permission: Permission})[] = [
  {path: '/intakes', text: texts.navigation.intakes, icon: IconInbox, permission: 'intake:read'},
  {path: '/stores', text: texts.navigation.stores, icon: IconDatabase, permission: 'store:read'},
  {path: '/labels', text: texts.navigation.labels, icon: IconTags, permission: 'store:read'},
  {path: '/statuses', text: texts.navigation.statuses, icon: IconProgressCheck, permission: 'store:read'},
  {path: '/features', text: texts.navigation.features, icon: IconBulb, permission: 'store:read'},
]

/** Pages of the service, and who sees them. */
export const serviceNavigation: (Entry & {visible: (me: Me) => boolean})[] = [
  {path: paths.organizations(), text: texts.navigation.organizations, icon: IconBuilding, visible: isPlatformAdministrator},
  {path: paths.keys(), text: texts.navigation.keys, icon: IconKey, visible: isAdministrator},
]
