import {expect, test} from 'vitest'
import type {Me} from '../../src/api/types.ts'
import {isAdministrator, isPlatformAdministrator, may} from '../../src/session/permissions.ts'

const key = (...grants: Me['grants']) => ({grants}) as Me

test('a grant holds in its organization alone', () => {
  const reader = key({organizationId: 'one', permissions: ['intake:read']})
  expect(may(reader, 'intake:read', 'one')).toBe(true)
  expect(may(reader, 'intake:read', 'other')).toBe(false)
  expect(may(reader, 'intake:create', 'one')).toBe(false)
  expect(isAdministrator(reader)).toBe(false)
})

test('* is every organization, and admin is everything', () => {
  const everywhere = key({organizationId: '*', permissions: ['store:read']})
  expect(may(everywhere, 'store:read', 'any')).toBe(true)
  expect(may(everywhere, 'store:update', 'any')).toBe(false)
  const admin = key({organizationId: 'one', permissions: ['admin']})
  expect(may(admin, 'store:delete', 'one')).toBe(true)
  expect(may(admin, 'store:delete', 'other')).toBe(false)
  expect([isAdministrator(admin), isPlatformAdministrator(admin)]).toEqual([true, false])
  expect(isPlatformAdministrator(key({organizationId: '*', permissions: ['admin']}))).toBe(true)
})
