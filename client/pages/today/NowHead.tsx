import type { EventPlan } from '#shared/template.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { clockText, dateText } from '../eventTime.ts'
import type { DayNow } from './dayNow.ts'

type NowHeadProps = { readonly plan: EventPlan; readonly day: DayNow }

/** What is on now and what comes; on other days, when it is. */
export function NowHead({ plan, day }: NowHeadProps) {
  const t = useTexts()
  const language = useLanguage()
  if (day.kind !== 'running') {
    const when = {
      date: dateText(plan.date, language),
      start: clockText(plan.start),
      end: clockText(plan.end),
    }
    const line = day.isToday
      ? day.kind === 'before'
        ? t('today:startsToday', when)
        : t('today:endedToday')
      : t(day.kind === 'before' ? 'today:before' : 'today:after', when)
    return (
      <div className="now">
        <p className="muted num">{line}</p>
        <h1 lang={plan.language}>{plan.title}</h1>
        {plan.subtitle && (
          <p className="serif sub" lang={plan.language}>
            {plan.subtitle}
          </p>
        )}
      </div>
    )
  }
  const { current, next } = day
  return (
    <div className="now">
      <p className="muted num">
        {current
          ? t('today:now', { time: clockText(day.time) })
          : t('today:nextAt', { time: clockText(next?.start ?? plan.end) })}
      </p>
      <h1 lang={plan.language}>{(current ?? next)?.title}</h1>
      <p className="muted num">{<Rest day={day} />}</p>
    </div>
  )
}

function Rest({ day }: { readonly day: Extract<DayNow, { kind: 'running' }> }) {
  const t = useTexts()
  const { current, next, minutesLeft: count } = day
  if (!current) return next && <>{t('today:until', { until: clockText(next.end) })}</>
  if (count < 60)
    return next
      ? t('today:minutesThen', { count, next: next.title, end: clockText(next.end) })
      : t('today:minutesLeft', { count })
  const until = clockText(current.end)
  return next ? t('today:untilThen', { until, next: next.title }) : t('today:until', { until })
}
