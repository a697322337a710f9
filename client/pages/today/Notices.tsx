import type { DayAnswer } from '#shared/day/dayAnswer.ts'
import type { EventPlan } from '#shared/template.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { clockText, momentIn } from '../eventTime.ts'

const shown = 3

type NoticesProps = { readonly plan: EventPlan; readonly running: DayAnswer | undefined }

/** The latest messages of the moderators and staff. */
export function Notices({ plan, running }: NoticesProps) {
  const t = useTexts()
  const notices = running?.notices.slice(0, shown) ?? []
  if (notices.length === 0) return null
  return (
    <section className="day-notices" aria-labelledby="notices">
      <h2 id="notices">{t('today:notices')}</h2>
      <ul>
        {notices.map((notice) => (
          <li key={notice.id}>
            <p className="muted s">
              <time className="num">{clockText(momentIn(plan.timezone, notice.at).time)}</time>,{' '}
              <span dir="auto">{notice.by}</span>
            </p>
            <p dir="auto">{notice.text}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
