import {number} from '../../format.ts'
import {texts} from '../../texts.ts'
import {type Amount, typedOf, type Unit, type Units} from './amount.ts'

const NAMES = texts.settings.units

const GIB: Unit = {name: 'GiB', size: 1024 ** 3}
export const BYTES: Units = [
  {name: NAMES.bytes, size: 1},
  {name: 'KiB', size: 1024},
  {name: 'MiB', size: 1024 ** 2},
  GIB,
  {name: 'TiB', size: 1024 ** 4},
]

const DAYS: Unit = {name: NAMES.days, size: 86_400}
export const SECONDS: Units = [
  {name: NAMES.seconds, size: 1},
  {name: NAMES.minutes, size: 60},
  {name: NAMES.hours, size: 3600},
  DAYS,
]

/** What an empty field counts in. */
export const COUNTED_IN = {bytes: GIB, seconds: DAYS}

/** All of a size, in the largest unit that loses nothing: `5 TiB`, `5,497,558,138,881 bytes`. */
export function exactSize(bytes: Amount): string {
  const typed = typedOf(bytes, BYTES, GIB)
  return `${number(Number(typed.number))} ${typed.unit.name}`
}

/** Seconds as an ISO-8601 duration in the largest unit that loses nothing: `P7D`, `PT36H`. */
export function isoDuration(seconds: Amount): string {
  const typed = typedOf(seconds, SECONDS, DAYS)
  const letter = {1: 'S', 60: 'M', 3600: 'H'}[typed.unit.size]
  return letter ? `PT${typed.number}${letter}` : `P${typed.number}D`
}
