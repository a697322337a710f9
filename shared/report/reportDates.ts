import type { ReportEvent } from './reportEvent.ts'
import { reportTexts } from './reportTexts.ts'

type Speech = Pick<ReportEvent, 'language' | 'timezone'>

/** 29. April 2020 */
export const longDay = (day: string, event: Speech): string => {
  const parts = partsOf(day)
  return parts ? reportTexts[event.language].date(...parts) : day
}
/** 29.04.2020 */
export const shortDay = (day: string, event: Speech): string => {
  const parts = partsOf(day)
  return parts ? reportTexts[event.language].shortDate(...parts) : day
}
const partsOf = (day: string): [number, number, number] | null => {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? []
  return year && month && date ? [Number(date), Number(month) - 1, Number(year)] : null
}

/** A moment in the time zone of the event: day and HH:MM. */
export const moment = (at: number, event: Speech): { day: string; time: string } => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: event.timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]))
  const day = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`
  return { day: shortDay(day, event), time: `${parts.get('hour')}:${parts.get('minute')}` }
}
