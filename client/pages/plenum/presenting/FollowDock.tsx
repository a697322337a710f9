import { useEffect, useRef, useState } from 'react'
import { isSameShown } from '#shared/plenum/presentingMoves.ts'
import { Button } from '../../../ui/Button.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import type { PlenumView } from '../plenumView.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'
import { presentedOf } from './presentedView.ts'
import { present } from './presentingCommands.ts'
import { useFollow } from './useFollow.ts'
import { usePresentedName } from './usePresentedName.ts'
import { usePresenting } from './usePresenting.ts'
import './presenting.css'

/** Goes along with the moderators; whoever looks elsewhere has a way back, with what is shown there. */
export function FollowDock({ view }: { readonly view: PlenumView }) {
  const t = useTexts()
  const nameOf = usePresentedName()
  const { mayShape, command } = usePlenumPlace()
  const presenting = usePresenting()
  const { now, isOffered, goBack } = useFollow(view, mayShape)
  const here = presentedOf(view)
  const [said, setSaid] = useState('')
  const last = useRef(now)
  useEffect(() => {
    if (isSameShown(last.current, now)) return
    last.current = now
    // Whoever leads knows; everyone else hears it, also those who look elsewhere.
    if (now && !mayShape) setSaid(t('presenting:saidShown', { name: nameOf(now) }))
  }, [now, mayShape, nameOf, t])
  return (
    <>
      <p className="vh" role="status">
        {said}
      </p>
      {isOffered && now && (
        <div className="follow-dock">
          <Button className="follow-pill" icon="arrow-left" onClick={goBack}>
            {mayShape ? t('presenting:othersAt', { name: nameOf(now) }) : t('presenting:backToLead')}
            {!mayShape && <span className="follow-where num">{nameOf(now)}</span>}
          </Button>
          {mayShape && here && presenting && (
            <Button
              size="small"
              variant="quiet"
              icon="users"
              aria-disabled={command.isBusy || undefined}
              onClick={() =>
                void command.run(() => present({ now: here, version: presenting.version, beamer: true }))
              }
            >
              {t('presenting:hereAll')}
            </Button>
          )}
        </div>
      )}
    </>
  )
}
