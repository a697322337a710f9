import type { Stage } from '#shared/day/phaseState.ts'
import type { Vote } from '#shared/day/vote.ts'
import type { Records } from '../records.ts'

/** All votes of a stage, the oldest first. */
export const votesAt = (records: Records, stage: Stage): Vote[] =>
  records
    .all('vote')
    .flatMap(([, vote]) => (vote.stage === stage ? [vote] : []))
    .sort((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1))
