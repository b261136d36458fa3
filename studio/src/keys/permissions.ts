import type {Grant, Permission} from '../api/types.ts'
import {texts} from '../texts.ts'

const TEXTS = texts.keys

/** The permissions in the order and groups in which they are shown; `admin` is all of them. */
export const GROUPS: {title: string; permissions: Permission[]}[] = [
  {title: TEXTS.ofIntakes, permissions: ['intake:read', 'intake:create', 'intake:update', 'intake:delete']},
  {title: TEXTS.ofDocuments, permissions: ['store:upload', 'store:read', 'store:update', 'store:delete']},
]

/** What a grant allows, in words. */
export function inWords({permissions}: Grant): string {
  if (permissions.includes('admin')) return TEXTS.permissions.admin.name
  const all = GROUPS.flatMap((group) => group.permissions)
  return all.filter((permission) => permissions.includes(permission)).map((permission) => TEXTS.permissions[permission].name).join(', ')
}
