import {useEffect} from 'react'
import {useRoute} from 'wouter'
import type {Organization} from '../api/types.ts'

const ITEM = 'penstock.organization'

/** The organization of the address, else the one visited last, else the only one: whose pages the navigation shows. */
export function useVisitedOrganization(organizations: Organization[] = []): Organization | undefined {
  const [, params] = useRoute('/o/:org/*')
  const here = params?.org
  useEffect(() => {
    if (here) sessionStorage.setItem(ITEM, here)
  }, [here])
  const slug = here ?? sessionStorage.getItem(ITEM)
  return organizations.find((o) => o.slug === slug) ?? (organizations.length === 1 ? organizations[0] : undefined)
}
