import {Text} from '@mantine/core'
import {number} from '../format.ts'
import {texts} from '../texts.ts'
import {type Arrivals, type Range, runsOf} from './arrivals.ts'
import styles from './PartMap.module.css'

const TEXTS = texts.uploads
const MOST_RANGES = 12
const FEW = 1000

/**
 * Every part as a cell: a square once it is there, a dot while it is missing. Runs of cells are dashed lines, so that
 * 10,000 parts are two paths. Screen readers get the words below it.
 */
export function PartMap({arrivals}: {arrivals: Arrivals}) {
  const {arrived, planned} = arrivals
  const few = arrived.length <= FEW
  const columns = few ? 40 : 125
  const rows = Math.ceil(arrived.length / columns)
  return (
    <div className={styles.parts}>
      <Text>{summary(arrivals)}</Text>
      {rows > 0 && (
        <svg viewBox={`0 0 ${columns} ${rows}`} className={few ? styles.few : styles.many} aria-hidden="true">
          <path className={styles.there} d={dashes(runsOf(arrived, true), columns, 0.08)} />
          <path className={styles.missing} d={dashes(runsOf(arrived, false), columns, 0.32)} />
        </svg>
      )}
      {planned && (
        <Text size="sm" c="dimmed" className={styles.legend} aria-hidden="true">
          <svg viewBox="0 0 1 1" width="12" height="12"><path className={styles.there} d="M.08 .5h.84" /></svg> {TEXTS.legendThere}
          <svg viewBox="0 0 1 1" width="12" height="12"><path className={styles.missing} d="M.32 .5h.36" /></svg> {TEXTS.legendMissing}
        </Text>
      )}
    </div>
  )
}

export function summary({arrived, planned}: Arrivals): string {
  const missing = runsOf(arrived, false)
  const there = arrived.length - missing.reduce((sum, {from, to}) => sum + to - from + 1, 0)
  if (!planned) return TEXTS.arrivedSoFar(there)
  if (missing.length === 0) return TEXTS.allArrived(there)
  return there === 0 ? TEXTS.noneArrived(arrived.length) : TEXTS.someArrived(number(there), arrived.length, ranges(missing))
}

function ranges(all: Range[]): string {
  const told = all.slice(0, MOST_RANGES).map(({from, to}) => (from === to ? number(from) : `${number(from)}–${number(to)}`))
  const left = all.length - told.length
  return told.join(', ') + (left > 0 ? ` ${TEXTS.moreRanges(number(left))}` : '')
}

/** One line for each run in each row; the style makes dashes of it that begin `inset` into their cell. */
function dashes(runs: Range[], columns: number, inset: number): string {
  let path = ''
  for (const {from, to} of runs) {
    for (let at = from - 1; at < to; ) {
      const row = Math.floor(at / columns)
      const end = Math.min(to, (row + 1) * columns)
      path += `M${(at % columns) + inset} ${row + 0.5}h${end - at}`
      at = end
    }
  }
  return path
}
