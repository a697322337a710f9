import { useEffect, useState } from 'react'
import type { BeamerAnswer, Person } from '#shared/api.ts'
import {
  groupShown,
  maxMessageLength,
  zoomFactor,
  zoomSteps,
  type ScreenNumber,
} from '#shared/day/beamerScreen.ts'
import type { Stage } from '#shared/day/phaseState.ts'
import { steers } from '#shared/roles.ts'
import type { EventPlan } from '#shared/template.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Message } from '../../ui/Message.tsx'
import { Select } from '../../ui/Select.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { turnShow } from './turnShow.ts'
import type { useSteer } from './useSteer.ts'

type ScreenControlsProps = {
  readonly person: Person
  readonly plan: EventPlan
  readonly number: ScreenNumber
  readonly screen: BeamerAnswer
  readonly pages: number
  readonly steer: ReturnType<typeof useSteer>['steer']
}

/** Turning, size, and what lies over the show: large buttons, and keys. */
export function ScreenControls({ person, plan, number, screen, pages, steer }: ScreenControlsProps) {
  const t = useTexts()
  const [message, setMessage] = useState(screen.message)
  const { show, zoom, queue } = screen
  const mine = steers(person, number, groupShown(show))
  const page = Math.min(screen.page, pages - 1)
  const wayTo = (by: -1 | 1) =>
    turnShow({ show, page }, pages, by, plan, (one) => steers(person, number, groupShown(one)))
  const turn = (by: -1 | 1) =>
    void steer((now) =>
      turnShow({ show: now.show, page: Math.min(now.page, pages - 1) }, pages, by, plan, (one) =>
        steers(person, number, groupShown(one)),
      ),
    )
  useTurnKeys(mine ? turn : null)
  if (!mine) return <Message icon="lock">{t('steer:notYours', { screen: number })}</Message>
  const stages: readonly Stage[] = [...plan.groups.map(({ id }) => id), 'plenum']
  return (
    <section className="controls sheet" aria-label={t('steer:controls', { screen: number })}>
      <div className="controls-turn">
        <Button size="large" icon="chevron-left" aria-disabled={!wayTo(-1)} onClick={() => turn(-1)}>
          {t('steer:turnBack')}
        </Button>
        <Button size="large" iconEnd="chevron-right" aria-disabled={!wayTo(1)} onClick={() => turn(1)}>
          {t('steer:turnOn')}
        </Button>
        <Button
          size="large"
          variant="primary"
          icon="presentation"
          aria-disabled={queue.length === 0}
          onClick={() =>
            void steer(({ queue: [next, ...later], version }) =>
              next ? { show: next, queue: later, version } : null,
            )
          }
        >
          {t('steer:showNext')}
        </Button>
      </div>
      <p className="hint num" role="status">
        {t('steer:page', { page: page + 1, pages })}
      </p>
      <p className="hint">{t('steer:keys')}</p>
      {queue.length > 0 && (
        <p>
          <Button size="small" variant="quiet" icon="x" onClick={() => void steer({ queue: [] })}>
            {t('steer:clearNext')}
          </Button>
        </p>
      )}
      <div className="controls-zoom" role="group" aria-label={t('steer:zoom')}>
        <span className="label">{t('steer:zoom')}</span>
        <Button
          icon="minus"
          iconOnly
          label={t('steer:smaller')}
          aria-disabled={zoom <= zoomSteps.least}
          onClick={() => void steer(({ zoom: at }) => ({ zoom: Math.max(at - 1, zoomSteps.least) }))}
        />
        <span className="num" role="status">
          {t('steer:zoomValue', { percent: Math.round(zoomFactor(zoom) * 100) })}
        </span>
        <Button
          icon="plus"
          iconOnly
          label={t('steer:larger')}
          aria-disabled={zoom >= zoomSteps.most}
          onClick={() => void steer(({ zoom: at }) => ({ zoom: Math.min(at + 1, zoomSteps.most) }))}
        />
        {zoom !== 0 && (
          <Button variant="quiet" onClick={() => void steer({ zoom: 0 })}>
            {t('steer:zoomReset')}
          </Button>
        )}
      </div>
      <Select
        label={t('steer:timer')}
        value={screen.timer ?? ''}
        options={[
          { id: '', label: t('steer:noTimer') },
          ...stages
            .filter((stage) => steers(person, number, stage === 'plenum' ? null : stage))
            .map((stage) => ({
              id: stage,
              label: stage === 'plenum' ? t('wall:plenum') : t('wall:group', { group: stage }),
            })),
        ]}
        onChange={(stage) => void steer({ timer: stage === '' ? null : (stage as Stage) })}
      />
      <form
        className="controls-message"
        onSubmit={(event) => {
          event.preventDefault()
          void steer({ message: message.trim() })
        }}
      >
        <Field
          label={t('steer:message')}
          value={message}
          onChange={setMessage}
          maxLength={maxMessageLength}
        />
        <Button type="submit" aria-disabled={message.trim() === '' || message.trim() === screen.message}>
          {t('steer:messageShow')}
        </Button>
        <Button
          aria-disabled={screen.message === ''}
          onClick={() => {
            setMessage('')
            void steer({ message: '' })
          }}
        >
          {t('steer:messageHide')}
        </Button>
      </form>
    </section>
  )
}

/** Arrows and Page keys turn, wherever nothing else wants them; as clickers send them, too. */
const useTurnKeys = (turn: ((by: -1 | 1) => void) | null) =>
  useEffect(() => {
    if (!turn) return
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const wantsKeys =
        'input, textarea, select, [role="listbox"], [role="menu"], [role="dialog"], [aria-haspopup]'
      if (event.target instanceof Element && event.target.closest(wantsKeys)) return
      if (event.key === 'ArrowRight' || event.key === 'PageDown') turn(1)
      else if (event.key === 'ArrowLeft' || event.key === 'PageUp') turn(-1)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
