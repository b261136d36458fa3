import {answer, api} from '../../api/client.ts'
import {isRefusal} from '../../api/refusal.ts'
import {isOpen} from '../states.ts'
import type {Destination} from './file.ts'
import {forget, unfinished} from './memory.ts'
import type {SendingQueue} from './queue.ts'

/** Puts back into the queue what this browser began and did not end; what has ended otherwise is forgotten. */
export async function recallUnfinished(sending: SendingQueue, to: Destination): Promise<void> {
  const known = new Set(sending.files().map(({uploadId}) => uploadId))
  for (const one of await unfinished(to)) {
    if (known.has(one.uploadId)) continue
    const received = await receivedBytes(to, one.uploadId)
    if (received === 'over') forget(to, one.uploadId)
    else sending.recall(to, one, received)
  }
}

/** What of it is there; nothing while the service does not say. */
async function receivedBytes({intakeId}: Destination, uploadId: string): Promise<number | 'over'> {
  try {
    const path = {id: intakeId, uploadId}
    const upload = await answer(api.GET('/api/intakes/{id}/uploads/{uploadId}', {params: {path}}))
    return isOpen(upload.state) ? upload.receivedBytes : 'over'
  } catch (error) {
    return isRefusal(error, 'upload-not-found') ? 'over' : 0
  }
}
