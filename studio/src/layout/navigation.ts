import {IconInbox} from '@tabler/icons-react'
import type {ComponentType} from 'react'
import type {Me, Permission} from '../api/types.ts'
import {texts} from '../texts.ts'

interface Entry {
  path: string
  text: string
  icon: ComponentType<{size?: number; stroke?: number}>
}

/** Pages of an organization, and what one must be allowed to see them. */
export const organizationNavigation: (Entry & {permission: Permission})[] = [
  {path: '/intakes', text: texts.navigation.intakes, icon: IconInbox, permission: 'intake:read'},
]

/** Pages of the service, and who sees them. */
export const serviceNavigation: (Entry & {visible: (me: Me) => boolean})[] = []
