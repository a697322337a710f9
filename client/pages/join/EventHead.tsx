import type { EventBrief } from '#shared/api.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { clockText, dateText } from '../eventTime.ts'

type EventHeadProps = { readonly event: EventBrief }

export function EventHead({ event }: EventHeadProps) {
  const t = useTexts()
  const language = useLanguage()
  return (
    <div>
      <p className="muted s num when">
        {t('join:when', {
          date: dateText(event.date, language),
          start: clockText(event.start),
          end: clockText(event.end),
        })}
      </p>
      <h1 lang={event.language}>{event.title}</h1>
      {event.subtitle && (
        <p className="serif sub" lang={event.language}>
          {event.subtitle}
        </p>
      )}
    </div>
  )
}
