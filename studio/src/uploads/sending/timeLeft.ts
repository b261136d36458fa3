import {duration} from '../../format.ts'
import {texts} from '../../texts.ts'

/** `2 hours 5 minutes left`; no seconds, which would only flicker. */
export function timeLeft(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  if (seconds < 60) return texts.sending.timeLeft(texts.sending.underAMinute)
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)]
  // nobody needs the minutes of days
  return texts.sending.timeLeft(duration(days > 0 ? `P${days}DT${hours}H` : `PT${hours}H${minutes % 60}M`))
}
