import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { Person } from '#shared/api.ts'
import type { OwnDraftsAnswer } from '#shared/day/collectAnswers.ts'
import type { PhaseState } from '#shared/day/phaseState.ts'
import type { EventId, GroupId } from '#shared/ids.ts'
import { roomName } from '#shared/place.ts'
import { call } from '../../sync/call.ts'
import { unsavedIn } from '../../sync/openLocalCopy.ts'
import type { Room } from '../../sync/openRoom.ts'
import { keys } from '../../sync/records.ts'
import { useRoom, type RoomInUse } from '../../sync/useRoom.ts'

type Wanted = {
  readonly event: string
  readonly group: GroupId
  readonly person: Person
  readonly mayWrite: boolean
  readonly phase: PhaseState | undefined
  /** What runs is not known yet: a card must not be written in the wrong place. */
  readonly isKnown: boolean
}
type GroupRooms = {
  /** Where this page writes now: the group's board, or one's own draft. */
  readonly inUse: RoomInUse
  readonly isHidden: boolean
  /** One's own draft, as long as something may wait in it. */
  readonly draft: Room | null
}

/** While a group collects hidden its members write into a document of their own; the board is opened at the reveal. */
export const useGroupRooms = ({ event, group, person, mayWrite, phase, isKnown }: Wanted): GroupRooms => {
  const isSeated = person.role === 'member' && person.seat?.kind === 'group' && person.seat.group === group
  const isCollecting = isSeated && phase?.isHidden === true
  // Whoever is in the middle of a card at the reveal finishes it where it is; then comes the board.
  const [held, setHeld] = useState<Room | null>(null)
  const isEditing = useIsEditing(held)
  const isHidden = isCollecting || (isSeated && isEditing)
  const draftName = roomName(event as EventId, { kind: 'draft', person: person.id })
  const unsent = useUnsentDrafts(isSeated)
  // What this device wrote without network waits in its copy, and goes up while the draft is open.
  const [isKept, setKept] = useState(() => isSeated && unsavedIn(`leitwand/${draftName}/${person.id}`) > 0)
  useEffect(() => {
    if (isHidden || unsent > 0) setKept(true)
  }, [isHidden, unsent])

  const hasDraft = isSeated && (isHidden || isKept)
  const draft = useRoom(hasDraft ? draftName : null, { mayWrite: true, person: person.id })
  useEffect(() => {
    if (isHidden || !draft.room) setHeld(isHidden ? draft.room : null)
  }, [isHidden, draft.room])
  const boardName = roomName(event as EventId, { kind: 'group', group })
  const isBoard = !isHidden && (isKnown || !isSeated)
  const board = useRoom(isBoard ? boardName : null, { mayWrite, person: person.id })
  return { inUse: isHidden ? draft : board, isHidden, draft: draft.room }
}

const useUnsentDrafts = (isAsked: boolean): number =>
  useQuery({
    queryKey: keys.ownDrafts,
    queryFn: ({ signal }) => call<OwnDraftsAnswer>('GET', '/api/drafts', undefined, signal),
    enabled: isAsked,
  }).data?.unsent ?? 0

/** Whether a card of this room is open in the editor of this page. */
const useIsEditing = (room: Room | null): boolean =>
  useSyncExternalStore(
    useCallback(
      (listener: () => void) => {
        room?.awareness.on('change', listener)
        return () => room?.awareness.off('change', listener)
      },
      [room],
    ),
    () => typeof room?.awareness.getLocalState()?.['note'] === 'string',
  )
