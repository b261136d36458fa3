import {expect, test} from 'vitest'
import type {StoredPart, UploadStatus} from '../../src/api/types.ts'
import {arrivalsOf, everythingArrived, runsOf} from '../../src/uploads/arrivals.ts'
import {summary} from '../../src/uploads/PartMap.tsx'

const MIB = 1024 * 1024

const upload = {partSize: 8 * MIB, partCount: 6, contentLength: 45 * MIB} as UploadStatus

function parts(...numbers: number[]): StoredPart[] {
  return numbers.map((partNumber) => ({partNumber, size: partNumber === 6 ? 5 * MIB : 8 * MIB, etag: ''}))
}

test('what is missing is told in runs', () => {
  expect(summary(arrivalsOf(upload, parts(1, 4)))).toBe('2 of 6 parts arrived; missing 2–3, 5–6')
  expect(summary(arrivalsOf(upload, parts(1, 2, 3, 5, 6)))).toBe('5 of 6 parts arrived; missing 4')
  expect(summary(arrivalsOf(upload, parts()))).toBe('None of 6 parts has arrived yet')
  expect(summary(arrivalsOf(upload, parts(1, 2, 3, 4, 5, 6)))).toBe('6 parts, all arrived')
})

test('of many gaps the first are told, and how many there are more', () => {
  const arrived = Array.from({length: 100}, (_, i) => i % 2 === 0)
  expect(summary({arrived, planned: true})).toBe(
    '50 of 100 parts arrived; missing 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24 … and 38 more gaps',
  )
})

test('how many parts there will be is not told of a stream, nor of a client that cuts as it likes', () => {
  const stream = {partSize: 5 * MIB, partGrowthEvery: 1000} as UploadStatus
  expect(summary(arrivalsOf(stream, [{partNumber: 3, size: 5 * MIB, etag: ''}]))).toMatch(/^1 part arrived so far/)
  const cut = [{partNumber: 1, size: 6 * MIB, etag: ''}, {partNumber: 3, size: 6 * MIB, etag: ''}]
  expect(arrivalsOf(upload, cut)).toEqual({arrived: [true, false, true], planned: false})
})

test('runs have no gaps in them', () => {
  expect(runsOf([true, true, false, true], true)).toEqual([{from: 1, to: 2}, {from: 4, to: 4}])
  expect(runsOf([true, true, false, true], false)).toEqual([{from: 3, to: 3}])
  expect(runsOf(everythingArrived(10_000).arrived, true)).toEqual([{from: 1, to: 10_000}])
})
