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
  {
    path: 'settings',
    text: texts.settings.title,
    permission: 'intake:read',
    page: lazy(() => import('./settings/SettingsTab.tsx')),
  },
  {
    path: 'tokens',
    text: texts.tokens.title,
    permission: 'intake:read',
    page: lazy(() => import('./tokens/TokensTab.tsx')),
  },
  {
    path: 'how-to-send',
    text: texts.howToSend.title,
    permission: 'intake:read',
    page: lazy(() => import('./howToSend/HowToSendTab.tsx')),
  },
]
