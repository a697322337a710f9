import type { Programme } from '#shared/day/programmeText.ts'
import { Message } from '../../ui/Message.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { clockText, dateText } from '../eventTime.ts'

/** What was understood of a pasted programme, and what was not. */
export function ProgrammePreview({ programme }: { readonly programme: Programme }) {
  const t = useTexts()
  const language = useLanguage()
  const { title, date, agenda, groups, unread } = programme
  return (
    <div className="programme" role="group" aria-label={t('setUp:read')}>
      <h4>{t('setUp:read')}</h4>
      <p>
        <strong dir="auto">{title ?? t('setUp:noTitle')}</strong>
        {' · '}
        {date ? dateText(date, language) : t('setUp:noDate')}
      </p>
      <details open>
        <summary>{t('setUp:agendaCount', { count: agenda.length })}</summary>
        <ol>
          {agenda.map((item, at) => (
            <li key={at}>
              <span className="num">
                {clockText(item.start)}
                {item.end && `–${clockText(item.end)}`}
              </span>{' '}
              <span dir="auto">{item.title}</span>
              {item.speaker && (
                <span className="muted" dir="auto">
                  {' '}
                  {item.speaker}
                </span>
              )}
            </li>
          ))}
        </ol>
      </details>
      <details open>
        <summary>{t('setUp:groupCount', { count: groups.length })}</summary>
        <ul>
          {groups.map(({ id, title: name, questions }) => (
            <li key={id}>
              <strong>{id}</strong> <span dir="auto">{name}</span>{' '}
              <span className="muted">{t('setUp:questionCount', { count: questions.length })}</span>
            </li>
          ))}
        </ul>
      </details>
      {unread.length > 0 && (
        <Message tone="wait" icon="info">
          {t('setUp:unread')}
          <ul>
            {unread.map((line, at) => (
              <li key={at} dir="auto">
                {line}
              </li>
            ))}
          </ul>
        </Message>
      )}
    </div>
  )
}
