import type {ComponentType, ReactNode} from 'react'
import {isRefusal} from '../api/refusal.ts'
import {changedFields, type Errors, type Form} from './form.ts'

/** What is listed, made, changed and deleted in the same way, whatever it is. */
export interface Resource<Row extends Stored, Values extends {name: string}, Made = Row> {
  texts: ResourceTexts
  /** the kinds of queries that are read anew after a change, see api/queries.ts */
  kinds: string[]
  /** what the form begins with: of a row, or of a new one */
  values: (row?: Row) => Values
  Fields: ComponentType<{form: Form<Values>; row: Row | undefined}>
  /** what is seen to be wrong before the service is asked */
  check: (values: Values) => Errors<Values>
  labels: Record<keyof Values, string>
  /** a value where two are compared; as it is, when left out */
  show?: (field: keyof Values, values: Values) => ReactNode
  create: (values: Values) => Promise<Made>
  read: (id: string) => Promise<Row>
  /** saves over the very version that `row` is */
  change: (row: Row, values: Values) => Promise<Row>
  remove: (id: string) => Promise<unknown>
  /** what to tell of what was made, in the dialog that made it; without, a notification does */
  Made?: ComponentType<{made: Made; onClose: () => void}>
}

export interface Stored {
  id: string
  name: string
}

export interface ResourceTexts {
  title: string
  lead: string
  create: string
  change: string
  /** the verb, as on a button; `Delete` when left out */
  remove?: string
  removeDetail: string
  removed: (name: string) => string
  empty: string
  emptyDetail: string
  emptyReader: string
}

/** Somebody else changed what is shown in the form, since the form was opened. */
export class Conflict<Row> extends Error {
  override readonly name = 'Conflict'

  constructor(readonly theirs: Row) {
    super('changed by somebody else')
  }
}

/**
 * Saves a change. When the row was changed meanwhile in nothing that the form shows, it is saved over that.
 *
 * @throws Conflict with the row as it is now
 */
export async function saveChange<Row extends Stored, Values extends {name: string}>(
  {change, read, values: valuesOf}: Pick<Resource<Row, Values, never>, 'change' | 'read'> & {values: (row: Row) => Values},
  row: Row,
  values: Values,
): Promise<Row> {
  try {
    return await change(row, values)
  } catch (error) {
    if (!isRefusal(error, 'stale-change-sequence')) throw error
    const theirs = await read(row.id)
    if (changedFields(valuesOf(row), valuesOf(theirs)).length > 0) throw new Conflict(theirs)
    return change(theirs, values)
  }
}

/** Their row with what was changed here: fields that were not touched here stay as they have them. */
export function mine<Values extends object>(before: Values, values: Values, theirs: Values): Values {
  const touched = changedFields(before, values).map((field) => [field, values[field]])
  return {...theirs, ...(Object.fromEntries(touched) as Partial<Values>)}
}
