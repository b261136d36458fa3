/** A unit, and how many of the smallest one it is. */
export interface Unit {
  name: string
  size: number
}

/** From the smallest on. */
export type Units = readonly [Unit, ...Unit[]]

/** A number and its unit, as somebody types them. */
export interface Typed {
  number: string
  unit: Unit
}

/**
 * A value of a form: a whole number of the smallest unit, in decimal digits; empty for none; and what cannot be read as
 * a number stays as it was typed.
 */
export type Amount = string

export function isWhole(amount: Amount): boolean {
  return /^\d+$/.test(amount)
}

/** What is typed as an amount. Fractions of the smallest unit are cut off. */
export function amountOf({number, unit}: Typed): Amount {
  const text = number.trim()
  if (text === '') return ''
  const amount = Math.floor(Number(text) * unit.size)
  return /^\d+(\.\d+)?$/.test(text) && Number.isSafeInteger(amount) ? String(amount) : `${text} ${unit.name}`
}

/** An amount in the largest unit of which it is a whole number, so that none of it is lost. */
export function typedOf(amount: Amount, units: Units, empty: Unit): Typed {
  if (!isWhole(amount)) return {number: '', unit: empty}
  const value = Number(amount)
  const unit = units.findLast(({size}) => value > 0 && value % size === 0) ?? units[0]
  return {number: String(value / unit.size), unit}
}
