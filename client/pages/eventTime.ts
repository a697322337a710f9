import type { Language } from '#shared/template.ts'

/** 09:30 → 9:30 */
export const clockText = (time: string): string => time.replace(/^0(?=\d:)/, '')

/** 2020-04-29 → 29. April 2020 */
export const dateText = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'de-DE', { dateStyle: 'long', timeZone: 'UTC' })
    .format(new Date(`${date}T00:00:00Z`))
    .replace(' ', '\u00a0')

/** 2020-04-29 → 29.04., 29 Apr */
export const shortDateText = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'de-DE', {
    day: 'numeric',
    month: language === 'en' ? 'short' : '2-digit',
    timeZone: 'UTC',
  })
    .format(new Date(`${date}T00:00:00Z`))
    .replace(' ', '\u00a0')

/** A moment as day and clock of the event's time zone. */
export const momentIn = (timezone: string, at: number): { date: string; time: string } => {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? ''
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  }
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
export const minutesBetween = (from: string, to: string): number => minutesOf(to) - minutesOf(from)
