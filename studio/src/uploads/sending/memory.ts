import type {Destination, FileTraits} from './file.ts'
import {livingTabs, thisTab} from './tabs.ts'

/** An upload that this browser began and has not seen the end of. */
export interface Unfinished extends FileTraits {
  uploadId: string
  /** the tab that sends it */
  tab: string
}

/** Keeps the upload with what its file is known by. */
export function remember(to: Destination, uploadId: string, {path, name, size, lastModified, labels}: FileTraits): void {
  const one: Unfinished = {uploadId, path, name, size, lastModified, labels, tab: thisTab}
  write(to, [...read(to).filter((other) => other.uploadId !== uploadId), one])
}

export function forget(to: Destination, uploadId: string): void {
  write(to, read(to).filter((one) => one.uploadId !== uploadId))
}

/** What was begun for an intake with a key, in a tab that is no longer there. */
export async function unfinished(to: Destination): Promise<Unfinished[]> {
  const tabs = await livingTabs()
  return read(to).filter(({tab}) => !tabs.has(tab))
}

const itemOf = ({keyId, intakeId}: Destination) => `penstock.unfinished.${keyId}.${intakeId}`

function read(to: Destination): Unfinished[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(itemOf(to)) ?? '[]')
    return Array.isArray(kept) ? (kept as Unfinished[]) : []
  } catch {
    return []
  }
}

/** A browser that keeps nothing, or has no room, sends all the same. */
function write(to: Destination, all: Unfinished[]): void {
  try {
    if (all.length === 0) localStorage.removeItem(itemOf(to))
    else localStorage.setItem(itemOf(to), JSON.stringify(all))
  } catch (cause) {
    console.warn('unfinished uploads are not remembered', cause)
  }
}
