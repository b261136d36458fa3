import {useMutation} from '@tanstack/react-query'
import {type FormEvent, type RefObject, useEffect, useReducer, useRef} from 'react'
import {type Errors, type OwnedForm, refusedFields} from './form.ts'

interface Steps<V, R> {
  form: OwnedForm<V>
  /** what is seen to be wrong before the service is asked */
  check: (values: NoInfer<V>) => Errors<NoInfer<V>>
  send: (values: NoInfer<V>) => Promise<R>
  done: (result: R, values: V) => unknown
}

interface Submission<V, R> {
  element: RefObject<HTMLFormElement | null>
  submit: (event: FormEvent) => void
  /** sends these, in another way than the form's own */
  sendBy: (send: (values: V) => Promise<R>, values: V) => void
  busy: boolean
  /** why it was not taken, unless that is said at the fields */
  error: Error | null
  forget: () => void
}

/** What a form does when it is sent: mistakes are said at their fields, and the first of them gets the focus. */
export function useSubmission<V extends object, R>({form, check, send, done}: Steps<V, R>): Submission<V, R> {
  const element = useRef<HTMLFormElement>(null)
  const [refusals, countRefusal] = useReducer((refused: number) => refused + 1, 0)
  const sending = useMutation({
    mutationFn: ({values, by}: {values: V; by: (values: V) => Promise<R>}) => by(values),
    onSuccess: (result, {values}) => done(result, values),
    onError: (error, {values}) => refuse(refusedFields(error, values) ?? {}),
  })
  // whoever does not see the form learns of the first mistake by arriving there
  useEffect(() => element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), [refusals])

  function refuse(errors: Errors<V>) {
    form.setErrors(errors)
    countRefusal()
  }

  return {
    element,
    submit(event) {
      event.preventDefault()
      const mistakes = check(form.values)
      if (Object.values(mistakes).some(Boolean)) refuse(mistakes)
      else sending.mutate({values: form.values, by: send})
    },
    sendBy: (by, values) => sending.mutate({values, by}),
    busy: sending.isPending,
    error: sending.error && !refusedFields(sending.error, form.values) ? sending.error : null,
    forget: sending.reset,
  }
}
