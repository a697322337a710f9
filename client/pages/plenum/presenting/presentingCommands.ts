import type { GroupId, NoteRef, ResultId } from '#shared/ids.ts'
import type { Presented } from '#shared/plenum/presenting.ts'
import type { PresentingAnswer } from '#shared/plenum/presentingAnswer.ts'
import type { TimerMove } from '#shared/plenum/presentingMoves.ts'
import { call } from '../../../sync/call.ts'
import { keys, queryClient } from '../../../sync/records.ts'

const see = (answer: PresentingAnswer): void => {
  queryClient.setQueryData<PresentingAnswer>(keys.presenting, (known) =>
    // An older answer that arrives later tells nothing new.
    known && known.version > answer.version ? { ...known, mine: answer.mine } : answer,
  )
}

export type PresentingChange = {
  readonly now?: Presented | null
  readonly order?: readonly GroupId[]
  readonly timer?: TimerMove
  /** What was seen: if somebody else was faster, nothing is done. */
  readonly version: number
  readonly beamer?: boolean
}

export const present = async (change: PresentingChange): Promise<void> => {
  try {
    see(await call<PresentingAnswer>('PUT', '/api/plenum/presenting', change))
  } catch (fault) {
    // Whoever was slower sees at once where the others are.
    void queryClient.invalidateQueries({ queryKey: keys.presenting })
    throw fault
  }
}

/** Says how it shall be, not what changes: sent again after a lost answer it counts once. */
export const markDiscuss = async (target: NoteRef | ResultId, on: boolean): Promise<void> =>
  see(await call<PresentingAnswer>('PUT', '/api/plenum/discuss', { target, on }))
