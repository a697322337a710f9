import { useEffect, useState } from 'react'
import type { Person } from '#shared/api.ts'
import { may } from '#shared/roles.ts'
import { groupOf, type EventPlan } from '#shared/template.ts'
import { useDay } from '../../../sync/records.ts'
import { Button } from '../../../ui/Button.tsx'
import { GroupBadge } from '../../../ui/GroupBadge.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { Refused } from '../Refused.tsx'
import { useCommand } from '../useCommand.ts'
import { present } from './presentingCommands.ts'
import type { TimerMove } from '#shared/plenum/presentingMoves.ts'
import { PresentingTimer } from './PresentingTimer.tsx'
import { usePresenting } from './usePresenting.ts'
import './presenting.css'

type LedStripProps = { readonly person: Person; readonly plan: EventPlan }

/** Which group presents, who speaks for it, and how long: on everyone's page. */
export function LedStrip({ person, plan }: LedStripProps) {
  const t = useTexts()
  const presenting = usePresenting()
  const rapporteurs = useDay().data?.rapporteurs
  const command = useCommand()
  const now = presenting?.now
  const [wasLed, setWasLed] = useState(false)
  useEffect(() => {
    if (now) setWasLed(true)
  }, [now])
  const group = now?.kind === 'group' ? groupOf(plan, now.group) : undefined
  if (!presenting || !group) return wasLed ? <Refused error={command.error} /> : null
  const name = rapporteurs?.[group.id]
  const timer = presenting.timer?.group === group.id ? presenting.timer : null
  const move = (timer: TimerMove) => void command.run(() => present({ timer, version: presenting.version }))
  return (
    <section className="led-strip" aria-label={t('presenting:strip')}>
      <GroupBadge letter={group.id} size="small" />
      <p className="led-words">
        <strong>{t('presenting:presents', { group: group.id })}</strong>{' '}
        <span className="led-title" lang={plan.language}>
          {group.title}
        </span>
        {name && (
          <span className="led-rapporteur">
            {t('presenting:rapporteur', { name: '' })} <span dir="auto">{name}</span>
          </span>
        )}
      </p>
      {timer && <PresentingTimer timer={timer} />}
      {may(person, 'shapePlenum') && (
        <span className="led-clock">
          {timer ? (
            <>
              <Button
                size="small"
                variant="quiet"
                icon="plus"
                iconOnly
                label={t('presenting:extend')}
                aria-disabled={command.isBusy || undefined}
                onClick={() => move({ do: 'extend', minutes: 1 })}
              />
              <Button
                size="small"
                variant="quiet"
                icon="x"
                iconOnly
                label={t('presenting:stop')}
                aria-disabled={command.isBusy || undefined}
                onClick={() => move({ do: 'stop' })}
              />
            </>
          ) : (
            <Button
              size="small"
              variant="quiet"
              icon="hourglass"
              aria-disabled={command.isBusy || undefined}
              onClick={() => move({ do: 'start', group: group.id })}
            >
              {t('presenting:start')}
            </Button>
          )}
        </span>
      )}
      <Refused error={command.error} />
    </section>
  )
}
