import type {AroundNavHandler} from 'wouter'

type Go = () => void

/** Asks whether a page may be left; while there is none, every page may. */
let ask: ((go: Go) => void) | null = null

/** For the router: follows links, unless the page that is shown has to ask first. */
export const leaveByLink: AroundNavHandler = (navigate, to, options) => {
  const go = () => navigate(to, options)
  if (ask) ask(go)
  else go()
}

/** Leaves without asking. */
export function leave(go: Go): void {
  ask = null
  go()
}

/**
 * Asks before the page is left: by a link of Studio, by the browser's back and forward, and, in the browser's own words,
 * when the tab is closed or reloaded.
 *
 * @return takes the question back
 */
export function askBeforeLeaving(question: (go: Go) => void): () => void {
  const address = location.href
  ask = question
  const stayForNow = (event: PopStateEvent) => {
    if (ask !== question) return
    // the router must not learn of it; and the entry that was left is made anew, so that going on is going back
    event.stopImmediatePropagation()
    history.pushState(null, '', address)
    question(() => history.back())
  }
  const warn = (event: BeforeUnloadEvent) => event.preventDefault()
  window.addEventListener('popstate', stayForNow, {capture: true})
  window.addEventListener('beforeunload', warn)
  return () => {
    if (ask === question) ask = null
    window.removeEventListener('popstate', stayForNow, {capture: true})
    window.removeEventListener('beforeunload', warn)
  }
}
