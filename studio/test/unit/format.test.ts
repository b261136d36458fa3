import {describe, expect, test} from 'vitest'
import {bytes, count, duration, relative} from '../../src/format.ts'

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '0.977 KiB'],
  [1536, '1.5 KiB'],
  [1023.9 * 2 ** 20, '1 GiB'],
  [5 * 2 ** 40, '5 TiB'],
])('%d bytes are %s', (value, text) => expect(bytes(value)).toBe(text))

describe('times as people say them', () => {
  const now = Date.parse('2026-01-02T00:00:00Z')
  test.each([
    ['2026-01-01T23:59:30Z', '30 seconds ago'],
    ['2026-01-01T23:00:00Z', '1 hour ago'],
    ['2026-01-01T00:00:00Z', 'yesterday'],
    ['2026-01-09T00:00:00Z', 'in 7 days'],
    ['2024-01-02T00:00:00Z', '2 years ago'],
  ])('%s is %s', (instant, text) => expect(relative(instant, now)).toBe(text))
})

test.each([
  ['PT15M', '15 minutes'],
  ['P7D', '7 days'],
  ['P1DT12H', '1 day 12 hours'],
  ['PT1S', '1 second'],
  ['for ever', 'for ever'],
])('the duration %s is %s', (iso, text) => expect(duration(iso)).toBe(text))

test('a word takes the form of its number', () => {
  expect(count(1, {one: 'part', other: 'parts'})).toBe('1 part')
  expect(count(10_000, {one: 'part', other: 'parts'})).toBe('10,000 parts')
})
