import type {Problem} from './types.ts'

/** The service said no: `problem.code` is of the closed list in contract/problems.yaml. */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(
    readonly problem: Problem,
    readonly retryAfterSeconds: number | null,
  ) {
    super(problem.detail)
  }

  /** What is wrong with a field of the form, by its name on the wire. */
  get fields(): Record<string, string> {
    return Object.fromEntries((this.problem.fields ?? []).map((f) => [f.field, f.reason]))
  }
}

/** No answer, or one that is none of the service's. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

export function isRefusal(error: unknown, code: Problem['code']): error is Refusal {
  return error instanceof Refusal && error.problem.code === code
}
