import { useState } from 'react'
import type { Stage } from '#shared/day/phaseState.ts'
import { pointsOf } from '#shared/day/givePoints.ts'
import type { VoteView } from '#shared/day/vote.ts'
import { isResultShown } from '../../board/points/cardPoints.ts'
import { shownBallot, type PointsOutbox } from '../../sync/pointsOutbox.ts'
import { useStore } from '../../sync/useStore.ts'
import { closeVote, openVote } from '../../sync/votes.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Message } from '../../ui/Message.tsx'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useCommand } from '../plenum/useCommand.ts'
import { HandsDialog } from './HandsDialog.tsx'
import { useVoteItems } from './useVoteItems.ts'

type PointsBarProps = {
  /** Null: it is time for one. */
  readonly vote: VoteView | null
  readonly stage: Stage
  readonly leads: boolean
  readonly outbox: PointsOutbox | null
  readonly onGive?: () => void
  /** What came out was noticed: the line may go. */
  readonly onRead: () => void
}

const few = 5

/** One line above the board: points are due, run, or are counted. */
export function PointsBar({ vote, stage, leads, outbox, onGive, onRead }: PointsBarProps) {
  const t = useTexts()
  const refusal = useRefusalText()
  const [asks, setAsks] = useState<'close' | 'hands' | null>(null)
  const waiting = useStore(outbox?.state)?.waiting
  const { what } = useVoteItems()
  const command = useCommand()
  const run = (work: () => Promise<unknown>) => {
    if (!command.isBusy) void command.run(work)
  }
  const refused = command.error !== null && (
    <Message tone="bad" live actions={<Button onClick={command.forget}>{t('app:close')}</Button>}>
      {refusal(command.error)}
    </Message>
  )

  if (!vote)
    return (
      <>
        {refused}
        <Message
          icon="circle-check"
          actions={<Button onClick={() => run(() => openVote(stage, 'points'))}>{t('points:open')}</Button>}
        >
          {stage === 'plenum' ? t('points:startPlenum', { what }) : t('points:start')}
        </Message>
      </>
    )
  if (vote.closedAt !== null)
    return (
      <Message
        icon="circle-check"
        live
        actions={
          <>
            <Button onClick={() => isResultShown.set(true)}>{t('points:results')}</Button>
            <Button variant="quiet" onClick={onRead}>
              {t('points:understood')}
            </Button>
          </>
        }
      >
        {t(vote.kind === 'points' ? 'points:closedNow' : 'points:closedResistance', {
          count: vote.tally?.voters ?? 0,
        })}
      </Message>
    )
  if (onGive) {
    const left = vote.budget - pointsOf(shownBallot(vote.own, waiting ?? {}))
    return (
      <Message icon="circle-check" actions={<Button onClick={onGive}>{t('points:toPoints')}</Button>}>
        {vote.kind === 'points'
          ? t('points:left', { count: Math.max(0, left), budget: vote.budget })
          : t('points:runningResistance')}
      </Message>
    )
  }
  if (!leads)
    return (
      <Message icon="circle-check">
        {t(vote.kind === 'points' ? 'points:running' : 'points:runningResistance')}
      </Message>
    )
  const voted = vote.voted ?? 0
  const close = () => {
    setAsks(null)
    run(() => closeVote(vote.id))
  }
  return (
    <>
      {refused}
      <Message
        icon="circle-check"
        actions={
          <>
            {vote.kind === 'points' && (
              <Button icon="hand" onClick={() => setAsks('hands')}>
                {t('points:hands')}
              </Button>
            )}
            <Button onClick={() => setAsks('close')}>{t('points:close')}</Button>
          </>
        }
      >
        {t(vote.kind === 'points' ? 'points:voted' : 'points:votedResistance', { count: voted })}
      </Message>
      <Dialog
        isOpen={asks === 'close'}
        onClose={() => setAsks(null)}
        title={t('points:closeTitle')}
        actions={
          <>
            <Button variant="primary" onClick={close}>
              {t('points:close')}
            </Button>
            <Button onClick={() => setAsks(null)}>{t('points:notYet')}</Button>
          </>
        }
      >
        <p>{t('points:closeText')}</p>
        {voted < few && <Message tone="wait">{t('points:closeFew', { count: voted })}</Message>}
      </Dialog>
      <HandsDialog vote={vote} isOpen={asks === 'hands'} onClose={() => setAsks(null)} />
    </>
  )
}
