/** How numbers, sizes and times are written. A translation changes the locale here and the words in texts.ts. */
export const LOCALE = 'en'

const integers = new Intl.NumberFormat(LOCALE)
const threeDigits = new Intl.NumberFormat(LOCALE, {maximumSignificantDigits: 3})
const percents = new Intl.NumberFormat(LOCALE, {style: 'percent', maximumFractionDigits: 0})
const plurals = new Intl.PluralRules(LOCALE)
const dateTimes = new Intl.DateTimeFormat(LOCALE, {dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23'})
const moments = new Intl.DateTimeFormat(LOCALE, {dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23'})
const dates = new Intl.DateTimeFormat(LOCALE, {dateStyle: 'medium'})
const relativeTimes = new Intl.RelativeTimeFormat(LOCALE, {numeric: 'auto'})

const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 30],
  ['month', 12],
  ['year', Number.POSITIVE_INFINITY],
]

export function number(value: number): string {
  return integers.format(value)
}

/** A share of 1 as `42%`; `100%` only when nothing is missing. */
export function percent(share: number): string {
  return percents.format(share < 1 ? Math.min(share, 0.99) : 1)
}

/** `1 upload`, `3 uploads`: the form of the word that the number asks for. */
export function count(value: number, forms: Partial<Record<Intl.LDMLPluralRule, string>> & {other: string}): string {
  return `${integers.format(value)} ${forms[plurals.select(value)] ?? forms.other}`
}

/** Bytes in the largest unit that gives at least one of it, three digits: `5 TiB`, `1.46 MiB`, `512 bytes`. */
export function bytes(value: number): string {
  if (value === 1) return '1 byte'
  let unit = 0
  let size = value
  // 1023.9 MiB would be written 1,020 MiB: three digits end below 1000
  while (size >= 999.5 && unit < UNITS.length - 1) {
    size /= 1024
    unit++
  }
  return `${threeDigits.format(size)} ${UNITS[unit]}`
}

export function dateTime(instant: string): string {
  return dateTimes.format(new Date(instant))
}

/** To the second. */
export function moment(instant: string): string {
  return moments.format(new Date(instant))
}

export function date(instant: string): string {
  return dates.format(new Date(instant))
}

/** `5 minutes ago`, `in 3 days`. */
export function relative(instant: string, now: number = Date.now()): string {
  let amount = (new Date(instant).getTime() - now) / 1000
  for (const [unit, size] of STEPS) {
    if (Math.abs(amount) < size) return relativeTimes.format(Math.trunc(amount), unit)
    amount /= size
  }
  return dateTime(instant)
}

const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/

/** The whole seconds of an ISO-8601 duration of days, hours, minutes and seconds; nothing for any other text. */
export function secondsOf(iso: string): number | undefined {
  const [whole, ...amounts] = DURATION.exec(iso) ?? []
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = amounts.map((amount) => Number(amount ?? 0))
  return whole === undefined ? undefined : ((days * 24 + hours) * 60 + minutes) * 60 + seconds
}

/** An ISO-8601 duration in days, hours, minutes and seconds: `7 days`, `1 day 12 hours`. Others come back as they are. */
export function duration(iso: string): string {
  const [, ...amounts] = DURATION.exec(iso) ?? []
  const words = amounts
    .map((amount, i) => ({amount: Number(amount ?? 0), ...DURATION_WORDS[i]}))
    .filter(({amount}) => amount > 0)
    .map(({amount, one = '', other = ''}) => count(amount, {one, other}))
  return words.length > 0 ? words.join(' ') : iso
}

const DURATION_WORDS = [
  {one: 'day', other: 'days'},
  {one: 'hour', other: 'hours'},
  {one: 'minute', other: 'minutes'},
  {one: 'second', other: 'seconds'},
]
