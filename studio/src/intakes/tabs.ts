import type {ComponentType} from 'react'
import type {Permission} from '../api/types.ts'

interface Tab {
  /** the last word of the address */
  path: string
  text: string
  permission: Permission
  page: ComponentType
}

/** What there is of one intake, and to whom it is shown. */
export const tabs: Tab[] = []
