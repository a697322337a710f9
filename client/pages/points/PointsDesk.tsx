import { useState } from 'react'
import type { BeamerAnswer, Person } from '#shared/api.ts'
import type { Stage } from '#shared/day/phaseState.ts'
import type { VoteKind } from '#shared/day/vote.ts'
import { runs, steers } from '#shared/roles.ts'
import { call } from '../../sync/call.ts'
import { keys, queryClient } from '../../sync/records.ts'
import { closeVote, openVote, useVotes } from '../../sync/votes.ts'
import { Button } from '../../ui/Button.tsx'
import { Message } from '../../ui/Message.tsx'
import { toast } from '../../ui/toast.ts'
import { useTexts } from '../../ui/useTexts.ts'

type PointsDeskProps = {
  readonly person: Person
  readonly stage: Stage
  readonly run: (work: () => Promise<unknown>) => void
}

/** Opening points, closing them, and their ranking on the wall, wherever somebody leads from. */
export function PointsDesk({ person, stage, run }: PointsDeskProps) {
  const t = useTexts()
  const votes = useVotes(stage, { looks: runs(person, stage) })
  const [isClosing, setClosing] = useState(false)
  const open = votes.findLast(({ closedAt }) => closedAt === null)
  const counted = votes.findLast(({ tally }) => tally !== null)
  const begin = (kind: VoteKind) => run(() => openVote(stage, kind))
  // A group's moderator has the second screen for it.
  const screen = ([1, 2] as const).find((number) => steers(person, number, stage === 'plenum' ? null : stage))
  const show = async () => {
    const body = { screen, show: { kind: 'points', stage } }
    const answer = await call<BeamerAnswer>('PUT', '/api/beamer', body)
    queryClient.setQueryData<BeamerAnswer>(keys.screen(answer.screen), answer)
    toast(t('points:onWall', { screen: answer.screen }))
  }
  const wall = screen && (
    <Button size="small" variant="quiet" icon="presentation" onClick={() => run(show)}>
      {t('points:showWall')}
    </Button>
  )
  return (
    <section aria-labelledby="desk-points">
      <h3 id="desk-points">{t('points:desk')}</h3>
      {open ? (
        <>
          <p role="status">
            {t(open.kind === 'points' ? 'points:voted' : 'points:votedResistance', {
              count: open.voted ?? 0,
            })}
          </p>
          {isClosing && <Message tone="wait">{t('points:closeText')}</Message>}
          <div className="row wrap">
            {isClosing ? (
              <>
                <Button
                  size="small"
                  onClick={() => {
                    setClosing(false)
                    run(() => closeVote(open.id))
                  }}
                >
                  {t('points:close')}
                </Button>
                <Button size="small" variant="quiet" onClick={() => setClosing(false)}>
                  {t('points:notYet')}
                </Button>
              </>
            ) : (
              <Button size="small" onClick={() => setClosing(true)}>
                {t('points:closeAsk')}
              </Button>
            )}
            {wall}
          </div>
        </>
      ) : (
        <>
          {counted?.tally && (
            <p role="status">
              {t(counted.kind === 'points' ? 'points:closedNow' : 'points:closedResistance', {
                count: counted.tally.voters,
              })}
            </p>
          )}
          <div className="row wrap">
            <Button size="small" onClick={() => begin('points')}>
              {t(counted ? 'points:again' : 'points:open')}
            </Button>
            <Button size="small" variant="quiet" onClick={() => begin('resistance')}>
              {t('points:openResistance')}
            </Button>
            {counted && wall}
          </div>
        </>
      )}
    </section>
  )
}
