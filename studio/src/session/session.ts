import {useSyncExternalStore} from 'react'

/** Who is signed in: an API key, kept for this tab only, and why the last session ended. */
export interface Session {
  key: string | null
  ended: Ended | null
}

export type Ended = 'refused' | 'left'

const ITEM = 'penstock.key'
const FRAGMENT = /^#key=(pak_[A-Za-z0-9_-]+)$/

const listeners = new Set<() => void>()
let session: Session = {key: takeFromAddress() ?? sessionStorage.getItem(ITEM), ended: null}

export function currentKey(): string | null {
  return session.key
}

export function signIn(key: string): void {
  sessionStorage.setItem(ITEM, key)
  become({key, ended: null})
}

export function signOut(ended: Ended): void {
  sessionStorage.removeItem(ITEM)
  become({key: null, ended})
}

export function useSession(): Session {
  return useSyncExternalStore(subscribe, () => session)
}

// a link with a key that is opened in a tab where Studio runs already changes only the fragment
window.addEventListener('hashchange', () => {
  const key = takeFromAddress()
  if (key) signIn(key)
})

/** The key of `/studio/#key=pak_…`, which then is no longer in the address or the history. */
function takeFromAddress(): string | null {
  const key = FRAGMENT.exec(location.hash)?.[1]
  if (!key) return null
  history.replaceState(history.state, '', location.pathname + location.search)
  sessionStorage.setItem(ITEM, key)
  return key
}

function become(next: Session): void {
  session = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
