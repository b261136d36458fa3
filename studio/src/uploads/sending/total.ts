import {isActive, type SendingFile} from './file.ts'

/** Where several files stand together. */
export interface Total {
  files: number
  arrived: number
  active: number
  confirmedBytes: number
  totalBytes: number
  bytesPerSecond: number
  secondsLeft: number | undefined
}

export function totalOf(files: readonly SendingFile[]): Total {
  const total = {files: files.length, arrived: 0, active: 0, confirmedBytes: 0, totalBytes: 0, bytesPerSecond: 0}
  let left = 0
  for (const file of files) {
    total.confirmedBytes += file.confirmedBytes
    total.totalBytes += file.size
    if (file.stage.is === 'arrived') total.arrived++
    if (file.stage.is === 'sending') total.bytesPerSecond += file.stage.bytesPerSecond
    if (!isActive(file)) continue
    total.active++
    left += file.size - file.confirmedBytes
  }
  return {...total, secondsLeft: total.bytesPerSecond > 0 ? left / total.bytesPerSecond : undefined}
}

/** The part of 1 that is there; of nothing, all is. */
export function shareOf({confirmedBytes, totalBytes}: Pick<Total, 'confirmedBytes' | 'totalBytes'>): number {
  return totalBytes === 0 ? 1 : confirmedBytes / totalBytes
}
