import type {ProblemCode} from '../api/types.ts'
import {useProblemText} from '../ui/useProblemText.ts'

/** A problem in a few words; its code until they have come. */
export function ProblemTitle({code}: {code: ProblemCode}) {
  return <>{useProblemText(code)?.title ?? code}</>
}
