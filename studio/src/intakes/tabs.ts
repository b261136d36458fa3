import {type ComponentType, lazy} from 'react'
import type {Permission} from '../api/types.ts'
import {texts} from '../texts.ts'

interface Tab {
  /** the last word of the address */
  path: string
  text: string
  permission: Permission
  page: ComponentType
}

/** What there is of one intake, and to whom it is shown. */
export const tabs: Tab[] = [
  {
    path: 'uploads',
    text: texts.uploads.title,
    permission: 'intake:read',
    page: lazy(() => import('../uploads/UploadsTab.tsx')),
  },
  {
    path: 'send-files',
    text: texts.sending.title,
    permission: 'store:upload',
    page: lazy(() => import('../uploads/sending/SendTab.tsx')),
  },
]
