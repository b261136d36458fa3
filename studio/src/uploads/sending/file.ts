import type {Failure} from './failure.ts'

/** Where a file goes, and the key that it goes with, by its id; the key itself is never kept. */
export interface Destination {
  keyId: string
  intakeId: string
  /** `org/slug` */
  route: string
}

/** What a person chose: a file, and its path as far as the choice tells it (a folder's files have folders in it). */
export interface ChosenFile {
  file: File
  path: string
}

/** What is known of a file without having it; enough to go on with its upload once it is chosen again. */
export interface FileTraits {
  path: string
  name: string
  size: number
  lastModified: number
  labels: string[]
}

/** A file of the queue. `source` is the file itself; it is missing after a reload of the page. */
export interface SendingFile extends FileTraits {
  id: string
  to: Destination
  source: File | undefined
  uploadId: string | undefined
  confirmedBytes: number
  stage: Stage
}

export type Stage =
  | {is: 'waiting'}
  | {is: 'sending'; bytesPerSecond: number; secondsLeft: number | undefined}
  /** nothing answers; it is tried again without being asked */
  | {is: 'cut-off'}
  | {is: 'paused'}
  /** the file has to be chosen again */
  | {is: 'interrupted'; because?: Failure}
  | {is: 'failed'; because: Failure}
  | {is: 'cancelling'}
  | {is: 'arrived'; familyId: string}

/** Whether it goes on, or will, without anybody doing anything. */
export function isActive({stage: {is}}: SendingFile): boolean {
  return is === 'waiting' || is === 'sending' || is === 'cut-off'
}

export function isSame(file: FileTraits, chosen: File): boolean {
  return file.name === chosen.name && file.size === chosen.size && file.lastModified === chosen.lastModified
}
