import type {AroundNavHandler} from 'wouter'

type Go = () => void

interface Question {
  ask: (go: Go) => void
  /** where it is asked */
  address: string
}

/** Whether the page may be left; while there is none, every page may. */
let question: Question | null = null

/** For the router: follows links, unless the page that is shown has to ask first. */
export const leaveByLink: AroundNavHandler = (navigate, to, options) => {
  const go = () => navigate(to, options)
  if (question) question.ask(go)
  else go()
}

/** Leaves without asking. */
export function leave(go: Go): void {
  question = null
  go()
}

/**
 * Asks before the browser's back and forward leave the page. To be called before the router listens: browsers call the
 * listeners of `window` in the order in which they came, those that capture as well.
 */
export function watchHistory(): void {
  window.addEventListener('popstate', (event) => {
    if (!question) return
    // the router must not learn of it; and the entry that was left is made anew, so that going on is going back
    event.stopImmediatePropagation()
    history.pushState(null, '', question.address)
    question.ask(() => history.back())
  })
}

/**
 * Asks before the page is left: by a link of Studio, by the browser's back and forward, and, in the browser's own words,
 * when the tab is closed or reloaded.
 *
 * @return takes the question back
 */
export function askBeforeLeaving(ask: (go: Go) => void): () => void {
  const mine = {ask, address: location.href}
  const warn = (event: BeforeUnloadEvent) => event.preventDefault()
  question = mine
  window.addEventListener('beforeunload', warn)
  return () => {
    if (question === mine) question = null
    window.removeEventListener('beforeunload', warn)
  }
}
