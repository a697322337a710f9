import { useEffect, useState, type ReactNode } from 'react'
import type { Person } from '#shared/api.ts'
import type { VoteView } from '#shared/day/vote.ts'
import { phasesOf, type PhaseState, type Stage } from '#shared/day/phaseState.ts'
import { runs } from '#shared/roles.ts'
import type { EventPlan } from '#shared/template.ts'
import { isResultShown } from '../../board/points/cardPoints.ts'
import { hasKeptPoints, usePointsOutbox } from '../../sync/usePointsOutbox.ts'
import { useStore } from '../../sync/useStore.ts'
import { useVotes } from '../../sync/votes.ts'
import { GivePoints, LatePoints, PointsBar, ResultDialog } from './pointsParts.ts'
import { VoteItemsContext, type VoteItems } from './useVoteItems.ts'

type Asked = {
  readonly person: Person
  readonly plan: EventPlan
  readonly stage: Stage
  readonly phase: PhaseState | undefined
  /** Null until the page knows them. */
  readonly items: VoteItems | null
}
export type StagePoints = {
  /** Above the page: what is asked of whom. */
  readonly bar: ReactNode
  /** In place of the page, while one gives points. */
  readonly page: ReactNode
}

/** Points of a group or the Plenum: giving them, leading that, and what came out. */
export const useStagePoints = ({ person, plan, stage, phase, items }: Asked): StagePoints => {
  const leads = runs(person, stage)
  const votes = useVotes(stage, { looks: leads })
  const open = votes.findLast(({ closedAt }) => closedAt === null) ?? null
  const [isGiving, setGiving] = useState(true)
  useEffect(() => setGiving(true), [open?.id])
  const outbox = usePointsOutbox(open?.mayVote ? open : null, person.id)
  const hasResult = useStore(isResultShown) ?? false
  useEffect(() => () => isResultShown.set(false), [])
  const [seen, setSeen] = useState<string | null>(null)
  useEffect(() => {
    if (open) setSeen(open.id)
  }, [open])
  const [read, setRead] = useState<string | null>(null)

  const rules = phasesOf(plan, stage).find(({ id }) => id === phase?.phase)?.rules
  const isDue = leads && rules?.points === true
  /** Closed before one's eyes, or in the phase that still runs. */
  const isNews = ({ id, closedAt }: VoteView) =>
    id !== read && (id === seen || (rules?.points === true && (closedAt ?? 0) >= (phase?.startedAt ?? 0)))
  const closed = votes.findLast(({ closedAt }) => closedAt !== null) ?? null
  const shown = open ?? (closed && isNews(closed) ? closed : null)
  const give = open && outbox ? { open, outbox } : null
  if (!items) return { bar: null, page: null }
  return {
    bar: (
      <VoteItemsContext value={items}>
        {votes
          .filter((vote) => vote.closedAt !== null && hasKeptPoints(vote, person.id))
          .map((vote) => (
            <LatePoints key={vote.id} vote={vote} person={person.id} />
          ))}
        {(shown || isDue) && !(give && isGiving) && (
          <PointsBar
            vote={shown}
            stage={stage}
            leads={leads}
            outbox={outbox}
            onRead={() => setRead(shown?.id ?? null)}
            {...(give ? { onGive: () => setGiving(true) } : {})}
          />
        )}
        {hasResult && <ResultDialog votes={votes} leads={leads} onClose={() => isResultShown.set(false)} />}
      </VoteItemsContext>
    ),
    page:
      give && isGiving ? (
        <VoteItemsContext value={items}>
          <GivePoints
            key={give.open.id}
            vote={give.open}
            outbox={give.outbox}
            person={person.id}
            onBoard={() => setGiving(false)}
          />
        </VoteItemsContext>
      ) : null,
  }
}
