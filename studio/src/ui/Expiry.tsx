import {Badge, TextInput} from '@mantine/core'
import {date, dateTime} from '../format.ts'
import {texts} from '../texts.ts'
import {dayOf, isPast} from './expiry.ts'
import type {Form} from './form.ts'

const TEXTS = texts.expiry

/** When something stops working, for a list. */
export function Expires({at}: {at: string | undefined}) {
  if (!at) return TEXTS.never
  if (isPast(at)) return <Badge color="red">{TEXTS.expired(date(at))}</Badge>
  return <time dateTime={at} title={dateTime(at)}>{date(at)}</time>
}

/** The last day on which something works; empty for ever. */
export function ExpiryField({form: {values, errors, set}}: {form: Form<{expiresAt: string}>}) {
  return (
    <TextInput
      type="date"
      label={TEXTS.label}
      description={TEXTS.hint}
      min={dayOf(new Date().toISOString())}
      value={values.expiresAt}
      onChange={(event) => set('expiresAt', event.currentTarget.value)}
      error={errors.expiresAt}
    />
  )
}
