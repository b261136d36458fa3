/** This tab until it is closed or loaded again. */
export const thisTab = Array.from(crypto.getRandomValues(new Uint8Array(8)), (b) => b.toString(16).padStart(2, '0')).join('')

const PREFIX = 'penstock.tab.'

// A lock that is never given back ends with the tab, however that ends. Pages without TLS have no locks: there, what
// another tab is sending looks interrupted; sending it twice does no harm.
const locks = (navigator as {locks?: LockManager}).locks
void locks?.request(PREFIX + thisTab, () => new Promise(() => {}))

/** The other tabs of Studio in this browser. */
export async function livingTabs(): Promise<Set<string>> {
  const held = (await locks?.query())?.held ?? []
  const tabs = held.flatMap(({name}) => (name?.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : []))
  return new Set(tabs.filter((tab) => tab !== thisTab))
}
