import {type ComponentType, lazy} from 'react'

/** A page and its address; loaded when it is first opened. */
export interface Page {
  path: string
  page: ComponentType
}

/** Below `/o/{organization}`. */
export const organizationPages: Page[] = [
  {path: '/intakes', page: lazy(() => import('./intakes/IntakesPage.tsx'))},
  {path: '/new-intake', page: lazy(() => import('./intakes/NewIntakePage.tsx'))},
  {path: '/intakes/:intake/:tab/*?', page: lazy(() => import('./intakes/IntakePage.tsx'))},
  {path: '/documents/:document', page: lazy(() => import('./documents/DocumentPage.tsx'))},
  {path: '/stores', page: lazy(() => import('./stores/StoresPage.tsx'))},
  {path: '/labels', page: lazy(() => import('./vocabulary/LabelsPage.tsx'))},
  {path: '/statuses', page: lazy(() => import('./vocabulary/StatusesPage.tsx'))},
  {path: '/features', page: lazy(() => import('./vocabulary/FeaturesPage.tsx'))},
]

/** Of the whole service. */
export const servicePages: Page[] = [
  {path: '/', page: lazy(() => import('./organizations/OverviewPage.tsx'))},
  {path: '/organizations', page: lazy(() => import('./organizations/OrganizationsPage.tsx'))},
  {path: '/keys', page: lazy(() => import('./keys/KeysPage.tsx'))},
]
