import {createContext, use} from 'react'
import type {Me, Organization, Permission} from '../api/types.ts'
import {may} from './permissions.ts'

/** The key that is signed in; there is one on every page but the sign-in. */
export const MeContext = createContext<Me | null>(null)

/** The organization of the address; there is one below `/o/…`. */
export const OrganizationContext = createContext<Organization | null>(null)

export function useMe(): Me {
  return required(use(MeContext), 'nobody is signed in')
}

export function useOrganization(): Organization {
  return required(use(OrganizationContext), 'the page belongs to no organization')
}

/** Whether the key may do something in the organization of the address. What one may not do is not shown. */
export function useMay(permission: Permission): boolean {
  return may(useMe(), permission, useOrganization().id)
}

/** What the key may do with what an organization's documents are kept in and ordered by. */
export function useStorePermissions() {
  const mayUpdate = useMay('store:update')
  return {read: useMay('store:read'), create: mayUpdate, change: mayUpdate, remove: useMay('store:delete')}
}

function required<T>(value: T | null, otherwise: string): T {
  if (value === null) throw new Error(otherwise)
  return value
}
