import type { AgendaItem, EventPlan } from '#shared/template.ts'
import { useServerClock } from '../../sync/useServerClock.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { clockText, dateText } from '../eventTime.ts'
import { dayNow } from '../today/dayNow.ts'
import { WallFoot } from './WallFoot.tsx'

type WallTodayProps = { readonly plan: EventPlan; readonly isOffline: boolean }

/** What is on now, and what comes. */
export function WallToday({ plan, isOffline }: WallTodayProps) {
  const t = useTexts()
  const language = useLanguage()
  const day = dayNow(plan, useServerClock(5000))
  const first = plan.agenda[0]
  const current = day.kind === 'running' ? day.current : null
  const next = day.kind === 'running' ? day.next : day.kind === 'before' ? (first ?? null) : null
  return (
    <div className="wall wall-today">
      <header>
        <p lang={plan.language}>{plan.title}</p>
      </header>
      <main>
        {day.kind !== 'running' && (
          <h1>
            {day.kind === 'after'
              ? t('wall:dayAfter')
              : t('wall:dayBefore', { date: dateText(plan.date, language), start: clockText(plan.start) })}
          </h1>
        )}
        {current && (
          <WallItem
            item={current}
            plan={plan}
            isNow
            word={t('wall:now')}
            when={t('wall:until', { time: clockText(current.end) })}
          />
        )}
        {next && (
          <WallItem
            item={next}
            plan={plan}
            isNow={!current && day.kind === 'running'}
            word={t('wall:next')}
            when={t('wall:from', { time: clockText(next.start) })}
          />
        )}
      </main>
      <WallFoot isOffline={isOffline} />
    </div>
  )
}

type WallItemProps = {
  readonly item: AgendaItem
  readonly plan: EventPlan
  readonly isNow: boolean
  readonly word: string
  readonly when: string
}

function WallItem({ item, plan, isNow, word, when }: WallItemProps) {
  const who = [item.speaker, item.organisation].filter(Boolean).join(', ')
  return (
    <section className={isNow ? 'wall-item now' : 'wall-item'}>
      <p className="wall-meta num">
        {word}, {when}
      </p>
      <h2 lang={plan.language} dir="auto">
        {item.title}
      </h2>
      {who && (
        <p className="wall-who" lang={plan.language} dir="auto">
          {who}
        </p>
      )}
    </section>
  )
}
