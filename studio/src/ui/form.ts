import {useState} from 'react'
import {isRefusal, Refusal} from '../api/refusal.ts'

/** What is wrong, by field. */
export type Errors<V> = {[F in keyof V]?: string | undefined}

/** The fields of a form: their values, what is wrong with each, and how to set one. */
export interface Form<V> {
  values: V
  errors: Errors<V>
  /** a field that is set is no longer called wrong */
  set: <F extends keyof V>(field: F, value: V[F]) => void
}

export interface OwnedForm<V> extends Form<V> {
  setErrors: (errors: Errors<V>) => void
  replace: (values: V) => void
}

export function useForm<V extends object>(initial: V): OwnedForm<V> {
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<Errors<V>>({})
  return {
    values,
    errors,
    setErrors,
    set(field, value) {
      setValues((before) => ({...before, [field]: value}))
      setErrors((before) => ({...before, [field]: undefined}))
    },
    replace(next) {
      setValues(next)
      setErrors({})
    },
  }
}

/** The fields in which two states of a form differ. */
export function changedFields<V extends object>(before: V, after: V): (keyof V & string)[] {
  const fields = Object.keys(after) as (keyof V & string)[]
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
}

/**
 * What the service found wrong, at the fields of the form. A field inside of one (`grants.permissions`) counts for that;
 * a taken slug is the slug's, of what has none the name's.
 *
 * @return nothing when the refusal is not, or not only, about fields of the form
 */
export function refusedFields<V extends object>(error: unknown, values: V): Errors<V> | undefined {
  if (isRefusal(error, 'slug-taken')) {
    return {['slug' in values ? 'slug' : 'name']: error.message} as Errors<V>
  }
  if (!(error instanceof Refusal)) return undefined
  const found = Object.entries(error.fields).map(([path, reason]) => [path.split(/[.[]/, 1)[0] ?? path, reason] as const)
  const placed = found.length > 0 && found.every(([field]) => field in values)
  return placed ? (Object.fromEntries(found) as Errors<V>) : undefined
}
