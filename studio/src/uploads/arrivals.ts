import type {StoredPart, UploadStatus} from '../api/types.ts'

/** Which parts of an upload are there: one entry for each part, the first is that of part 1. */
export interface Arrivals {
  arrived: boolean[]
  /** whether these are all parts that there will be; not known without a length, or when a client cuts otherwise than planned */
  planned: boolean
}

/** A run of part numbers, both ends included. */
export interface Range {
  from: number
  to: number
}

export function arrivalsOf(upload: UploadStatus, parts: StoredPart[]): Arrivals {
  const planned = upload.partCount !== undefined && parts.every((part) => part.size === plannedSize(upload, part.partNumber))
  const highest = parts.reduce((most, {partNumber}) => Math.max(most, partNumber), 0)
  const arrived = new Array<boolean>(planned ? (upload.partCount ?? 0) : highest).fill(false)
  for (const {partNumber} of parts) arrived[partNumber - 1] = true
  return {arrived, planned}
}

/** Of an upload that is whole. */
export function everythingArrived(parts: number): Arrivals {
  return {arrived: new Array<boolean>(parts).fill(true), planned: true}
}

function plannedSize({partSize, partCount, contentLength = 0}: UploadStatus, number: number): number {
  return number === partCount ? contentLength - (number - 1) * partSize : partSize
}

/** The parts for which `arrived` says `value`, as runs. */
export function runsOf(arrived: boolean[], value: boolean): Range[] {
  const runs: Range[] = []
  for (let i = 0; i < arrived.length; i++) {
    if (arrived[i] !== value) continue
    const last = runs.at(-1)
    if (last?.to === i) last.to = i + 1
    else runs.push({from: i + 1, to: i + 1})
  }
  return runs
}
