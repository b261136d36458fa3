import type {Me, Permission} from '../api/types.ts'

export const EVERYWHERE = '*'

/** Whether a key may do something in an organization. `admin` is all of the others, and keys for the organization. */
export function may(me: Me, permission: Permission, organizationId: string): boolean {
  return me.grants.some(
    (grant) =>
      (grant.organizationId === EVERYWHERE || grant.organizationId === organizationId) &&
      (grant.permissions.includes(permission) || grant.permissions.includes('admin')),
  )
}

/** Whether a key may make organizations, and keys for all of them. */
export function isPlatformAdministrator(me: Me): boolean {
  return me.grants.some((grant) => grant.organizationId === EVERYWHERE && grant.permissions.includes('admin'))
}

/** Whether a key administers any organization, and so may make keys. */
export function isAdministrator(me: Me): boolean {
  return me.grants.some((grant) => grant.permissions.includes('admin'))
}
