import {expect, test} from 'vitest'
import type {SendingFile, Stage} from '../../src/uploads/sending/file.ts'
import {timeLeft} from '../../src/uploads/sending/timeLeft.ts'
import {shareOf, totalOf} from '../../src/uploads/sending/total.ts'

function file(size: number, confirmedBytes: number, stage: Stage): SendingFile {
  return {
    id: '', to: {keyId: '', intakeId: '', route: ''}, path: '', name: '', size, lastModified: 0, labels: [],
    source: undefined, uploadId: undefined, confirmedBytes, stage,
  }
}

test('the time left is that of what goes on by itself', () => {
  const total = totalOf([
    file(1000, 400, {is: 'sending', bytesPerSecond: 10, secondsLeft: 60}),
    file(1000, 0, {is: 'waiting'}),
    file(1000, 500, {is: 'paused'}),
    file(500, 500, {is: 'arrived', familyId: ''}),
  ])
  expect(total).toEqual({
    files: 4, arrived: 1, active: 2, confirmedBytes: 1400, totalBytes: 3500, bytesPerSecond: 10, secondsLeft: 160,
  })
  expect(shareOf(total)).toBe(0.4)
})

test('of empty files all is there', () => {
  expect(shareOf(totalOf([file(0, 0, {is: 'waiting'})]))).toBe(1)
})

test('time left is told without seconds', () => {
  expect(timeLeft(59)).toBe('under a minute left')
  expect(timeLeft(60)).toBe('1 minute left')
  expect(timeLeft(61)).toBe('2 minutes left')
  expect(timeLeft(3600)).toBe('1 hour left')
  expect(timeLeft(2 * 3600 + 299)).toBe('2 hours 5 minutes left')
  expect(timeLeft(30 * 3600)).toBe('1 day 6 hours left')
})
