import { useState } from 'react'
import type { AgendaItem, EventPlan } from '#shared/template.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/classNames.ts'
import { fetchedApart } from '../../ui/fetchedApart.tsx'
import { startTextsOf } from '../../ui/i18n.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { clockText } from '../eventTime.ts'
import type { DayNow } from './dayNow.ts'

const AgendaDialog = fetchedApart(
  async () => (await Promise.all([import('./AgendaDialog.tsx'), startTextsOf('people')]))[0].AgendaDialog,
)

type AgendaProps = {
  readonly plan: EventPlan
  readonly day: DayNow
  /** Titles, speakers and times may be changed. */
  readonly mayShape: boolean
}

/** The whole day; on phones what is over is folded away. */
export function Agenda({ plan, day, mayShape }: AgendaProps) {
  const t = useTexts()
  const [isUnfolded, setUnfolded] = useState(false)
  const [edited, setEdited] = useState<string | null>(null)
  const item = plan.agenda.find(({ id }) => id === edited)
  const past = day.kind === 'running' ? plan.agenda.filter((item) => item.end <= day.time) : []
  return (
    <section className="agenda" aria-labelledby="agenda">
      <h2 id="agenda">{t('today:agenda')}</h2>
      {past.length > 0 && (
        <button
          type="button"
          className="fold"
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          {isUnfolded ? t('today:hidePast') : t('today:showPast', { count: past.length })}
          <Icon name={isUnfolded ? 'chevron-up' : 'chevron-down'} />
        </button>
      )}
      <ol className={isUnfolded ? 'unfolded' : undefined} lang={plan.language}>
        {plan.agenda.map((item) => (
          <AgendaRow
            key={item.id}
            item={item}
            isPast={past.includes(item)}
            isNow={day.kind === 'running' && day.current === item}
            onEdit={mayShape ? () => setEdited(item.id) : null}
          />
        ))}
      </ol>
      {item && (
        <AgendaDialog
          key={item.id}
          plan={plan}
          item={item}
          now={day.kind === 'running' ? day.time : null}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  )
}

type AgendaRowProps = {
  readonly item: AgendaItem
  readonly isPast: boolean
  readonly isNow: boolean
  readonly onEdit: (() => void) | null
}

function AgendaRow({ item, isPast, isNow, onEdit }: AgendaRowProps) {
  const t = useTexts()
  const who = [item.speaker, item.organisation].filter(Boolean).join(', ')
  return (
    <li
      className={classNames(isPast && 'past', isNow && 'on')}
      {...(isNow ? { 'aria-current': 'time' } : {})}
    >
      <time dateTime={item.start}>{clockText(item.start)}</time>
      <div>
        <span>{item.title}</span>
        {isNow && <span className="now-tag">{t('today:nowTag')}</span>}
        {who && <p className="s muted">{who}</p>}
      </div>
      {onEdit && (
        <Button
          variant="quiet"
          size="small"
          icon="pencil"
          iconOnly
          label={t('today:editItem', { title: item.title })}
          onClick={onEdit}
        />
      )}
    </li>
  )
}
