import {expect, test} from 'vitest'
import {Refusal} from '../../src/api/refusal.ts'
import type {Problem} from '../../src/api/types.ts'
import {dayOf, endOf} from '../../src/ui/expiry.ts'
import {refusedFields} from '../../src/ui/form.ts'
import {Conflict, mine, saveChange} from '../../src/ui/resource.ts'
import {isSlug, suggestedSlug} from '../../src/ui/slug.ts'

test('a name suggests a slug that the service takes', () => {
  expect(suggestedSlug('Müller & Söhne GmbH')).toBe('muller-sohne-gmbh')
  expect(suggestedSlug('  Straße 7 — Süd ')).toBe('strasse-7-sud')
  expect(suggestedSlug('日本')).toBe('')
  expect(isSlug(suggestedSlug(`${'long '.repeat(40)}end`))).toBe(true)
})

test('an expiry is the last second of its day, and reads as that day again', () => {
  expect(dayOf(endOf('2026-02-28'))).toBe('2026-02-28')
  expect(new Date(endOf('2026-02-28')).getHours()).toBe(23)
  expect(dayOf(undefined)).toBe('')
})

test('mine wins where I changed something, theirs everywhere else', () => {
  const before = {name: 'New', color: '', tags: ['a']}
  expect(mine(before, {...before, name: 'Mine'}, {name: 'Theirs', color: '#000000', tags: ['b']})).toEqual({
    name: 'Mine',
    color: '#000000',
    tags: ['b'],
  })
})

test('a refusal goes to the fields that it is about, and only there', () => {
  const values = {name: '', slug: '', grants: []}
  expect(refusedFields(refusal('invalid-field', [{field: 'grants[0].organizationId', reason: 'is required'}]), values)).toEqual({
    grants: 'is required',
  })
  expect(refusedFields(refusal('slug-taken'), values)).toEqual({slug: 'Refused.'})
  expect(refusedFields(refusal('slug-taken'), {name: ''})).toEqual({name: 'Refused.'})
  expect(refusedFields(refusal('invalid-field', [{field: 'organizationId', reason: 'names none'}]), values)).toBeUndefined()
  expect(refusedFields(refusal('in-use'), values)).toBeUndefined()
})

test('a row that changed in nothing that is shown is saved over; one that did is a conflict', async () => {
  const saved: number[] = []
  const now = {id: 'a', name: 'New', version: 2}
  const resource = {
    values: (row?: typeof now) => ({name: row?.name ?? ''}),
    read: async () => now,
    change: async (row: typeof now) => {
      if (row.version !== now.version) throw refusal('stale-change-sequence')
      saved.push(row.version)
      return row
    },
  }
  await saveChange(resource, {...now, version: 1}, {name: 'Mine'})
  expect(saved).toEqual([2])
  const conflict = await saveChange(resource, {id: 'a', name: 'Old', version: 1}, {name: 'Mine'}).catch((error: unknown) => error)
  expect(conflict).toBeInstanceOf(Conflict)
  expect((conflict as Conflict<typeof now>).theirs).toBe(now)
  expect(saved).toEqual([2])
})

function refusal(code: Problem['code'], fields?: Problem['fields']): Refusal {
  return new Refusal({type: '', title: '', status: 400, detail: 'Refused.', code, instance: '', ...(fields && {fields})}, null)
}
