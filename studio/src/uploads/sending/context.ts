import {createContext, use, useSyncExternalStore} from 'react'
import type {SendingFile} from './file.ts'
import type {SendingQueue} from './queue.ts'

/** The queue of the key that is signed in. */
export const SendingContext = createContext<SendingQueue | null>(null)

export function useSending(): SendingQueue {
  const sending = use(SendingContext)
  if (!sending) throw new Error('nobody is signed in')
  return sending
}

export function useSendingFiles(): readonly SendingFile[] {
  const {subscribe, files} = useSending()
  return useSyncExternalStore(subscribe, files)
}
