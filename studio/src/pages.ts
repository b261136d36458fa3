import {type ComponentType, lazy} from 'react'

/** A page and its address; loaded when it is first opened. */
export interface Page {
  path: string
  page: ComponentType
}

/** Below `/o/{organization}`. */
export const organizationPages: Page[] = [
  {path: '/intakes', page: lazy(() => import('./intakes/IntakesPage.tsx'))},
  {path: '/intakes/:intake/:tab/*?', page: lazy(() => import('./intakes/IntakePage.tsx'))},
]

/** Of the whole service. */
export const servicePages: Page[] = [
  {path: '/', page: lazy(() => import('./organizations/OverviewPage.tsx'))},
]
