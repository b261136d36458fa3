import type {UploadState} from '../api/types.ts'

/** All states, in the order of an upload's life. */
export const STATES: UploadState[] = [
  'receiving', 'completing', 'stored', 'completed', 'rejected', 'failed', 'aborted', 'expired',
]

export const STATE_COLORS: Record<UploadState, string> = {
  receiving: 'water',
  completing: 'water',
  stored: 'orange',
  completed: 'teal',
  rejected: 'red',
  failed: 'red',
  aborted: 'gray',
  expired: 'gray',
}

/** Whether something may still come of it. */
export function isOpen(state: UploadState): boolean {
  return state === 'receiving' || state === 'completing' || state === 'stored'
}

/** Whether its bytes are there or on their way; of all others nothing is kept. */
export function hasBytes(state: UploadState): boolean {
  return isOpen(state) || state === 'completed'
}
