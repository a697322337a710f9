import type { LateRow } from '#shared/day/collectAnswers.ts'
import type { EventPlan } from '#shared/template.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { clockText, momentIn } from '../eventTime.ts'

const words = { accepted: 'accepted', noted: 'noted', discarded: 'discardedLate' } as const

/** What became of each; the texts themselves are on the board, or gone. */
export function SettledLate({ rows, plan }: { readonly rows: readonly LateRow[]; readonly plan: EventPlan }) {
  const t = useTexts()
  const clock = (at: number) => clockText(momentIn(plan.timezone, at).time)
  return (
    <section className="late-rows" aria-labelledby="late-settled">
      <h2 id="late-settled">{t('collecting:lateSettledTitle')}</h2>
      <ul className="late-settled">
        {rows.map(({ id, place, name, at, settled }) => (
          <li key={id}>
            <p>
              <strong>
                {place === 'plenum'
                  ? t('collecting:latePlenum')
                  : t('collecting:lateGroup', { group: place })}
              </strong>{' '}
              {t('collecting:lateBy', { name, time: clock(at) })}
            </p>
            {settled && (
              <p className="muted">
                {t('collecting:settledBy', {
                  how: t(`collecting:${words[settled.how]}`),
                  name: settled.by,
                  time: clock(settled.at),
                })}
                {settled.reason && `. ${t('collecting:settledReason', { reason: settled.reason })}`}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
