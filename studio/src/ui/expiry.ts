/** The day of an instant in the time zone of the browser, `2026-03-04`; none for what does not expire. */
export function dayOf(instant: string | undefined): string {
  if (!instant) return ''
  const at = new Date(instant)
  const twoDigits = (value: number) => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`
}

/** The last second of a day in the time zone of the browser, as an instant. */
export function endOf(day: string): string {
  return new Date(`${day}T23:59:59`).toISOString()
}

export function isPast(instant: string): boolean {
  return new Date(instant).getTime() <= Date.now()
}
