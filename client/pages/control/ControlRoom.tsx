import { LateLink } from '../collecting/collectParts.ts'
import { useState } from 'react'
import type { Person } from '#shared/api.ts'
import type { Stage } from '#shared/day/phaseState.ts'
import type { GroupId } from '#shared/ids.ts'
import { may } from '#shared/roles.ts'
import type { EventPlan } from '#shared/template.ts'
import { useServerClock } from '../../sync/useServerClock.ts'
import { Button } from '../../ui/Button.tsx'
import { Message } from '../../ui/Message.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { Loading } from '../Loading.tsx'
import { NoAnswer } from '../NoAnswer.tsx'
import { MessageDialog } from '../phases/MessageDialog.tsx'
import { PhaseDesk } from '../phases/PhaseDesk.tsx'
import { useControl } from '../phases/useControl.ts'
import { GroupRow } from './GroupRow.tsx'
import { PlenumRow } from './PlenumRow.tsx'
import { ShiftDay } from './ShiftDay.tsx'
import './ControlRoom.css'

/** Old figures look like new ones: after so long it is said that they are old. */
const staleMs = 20_000

type ControlRoomProps = { readonly person: Person; readonly plan: EventPlan }

export function ControlRoom({ person, plan }: ControlRoomProps) {
  const t = useTexts()
  const { data, failureReason } = useControl()
  const now = useServerClock(1000)
  const [led, setLed] = useState<Stage | null>(null)
  const [told, setTold] = useState<GroupId | null | undefined>()
  if (!data) return failureReason ? <NoAnswer /> : <Loading />
  const age = now - data.now
  return (
    <main className="page control">
      {age > staleMs && (
        <Message tone="wait" live>
          {t('control:stale', { seconds: Math.round(age / 10_000) * 10 })}
        </Message>
      )}
      <LateLink />
      <section className="control-section" aria-labelledby="control-groups">
        <h2 id="control-groups">{t('control:groups')}</h2>
        {data.nowhere > 0 && <p className="muted">{t('control:nowhere', { count: data.nowhere })}</p>}
        <div className="control-head" aria-hidden>
          <span>{t('control:group')}</span>
          <span>{t('control:phase')}</span>
          <span>{t('control:people')}</span>
          <span>{t('control:notes')}</span>
          <span>{t('control:marked')}</span>
          <span>{t('control:done')}</span>
          <span>{t('control:ways')}</span>
        </div>
        <ul className="control-rows">
          {plan.groups.map((group) => {
            const row = data.groups.find((one) => one.group === group.id)
            return row ? (
              <GroupRow
                key={group.id}
                person={person}
                plan={plan}
                group={group}
                row={row}
                now={now}
                onLead={() => setLed(group.id)}
                onTell={() => setTold(group.id)}
              />
            ) : null
          })}
          <PlenumRow
            person={person}
            plan={plan}
            row={data.plenum}
            now={now}
            onLead={() => setLed('plenum')}
          />
        </ul>
      </section>
      <section className="control-section" aria-labelledby="control-all">
        <h2 id="control-all">{t('control:all')}</h2>
        <div className="control-all">
          <Button icon="message-square" onClick={() => setTold(null)}>
            {t('control:messageAll')}
          </Button>
          {may(person, 'shapeAgenda') && <ShiftDay />}
        </div>
      </section>
      {led !== null && (
        <PhaseDesk person={person} plan={plan} stage={led} isOpen onClose={() => setLed(null)} />
      )}
      <MessageDialog to={told} onClose={() => setTold(undefined)} />
    </main>
  )
}
