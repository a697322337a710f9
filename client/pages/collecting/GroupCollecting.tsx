import { useCallback, useLayoutEffect, useSyncExternalStore } from 'react'
import type { Person } from '#shared/api.ts'
import { notesOf } from '#shared/board.ts'
import { isForgotten } from '#shared/day/drafts.ts'
import type { PhaseState } from '#shared/day/phaseState.ts'
import { runs } from '#shared/roles.ts'
import type { EventPlan, Group } from '#shared/template.ts'
import type { Room } from '../../sync/openRoom.ts'
import { Message } from '../../ui/Message.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { CollectPanel } from './CollectPanel.tsx'
import { keepDraftPlaces } from './keepDraftPlaces.ts'
import { LateLink } from './LateLink.tsx'
import { LeftDrafts } from './LeftDrafts.tsx'

type GroupCollectingProps = {
  readonly person: Person
  readonly plan: EventPlan
  readonly group: Group
  readonly phase: PhaseState | undefined
  /** This page shows cards for oneself alone. */
  readonly isHidden: boolean
  readonly draft: Room | null
  readonly mayWrite: boolean
  readonly hasBoard: boolean
}

/** Above the board of a group: what is hidden, what was left behind, what came late. */
export function GroupCollecting(props: GroupCollectingProps) {
  const { person, plan, group, phase, isHidden, draft, mayWrite, hasBoard } = props
  const t = useTexts()
  const leads = runs(person, group.id)
  useLayoutEffect(() => (draft ? keepDraftPlaces(draft.doc) : undefined), [draft])
  const isNameless = useIsForgotten(isHidden ? draft : null)
  const revealed = isNameless ? 'collecting:finishNameless' : 'collecting:finishFirst'
  return (
    <>
      {isHidden && (
        <Message icon={phase?.isHidden ? 'lock' : 'lock-open'} live>
          {t(phase?.isHidden ? 'collecting:hidden' : revealed)}
        </Message>
      )}
      {hasBoard && leads && phase?.isHidden && <CollectPanel group={group.id} />}
      {draft && (
        <LeftDrafts room={draft} plan={plan} group={group.id} isHidden={isHidden} mayWrite={mayWrite} />
      )}
      {leads && <LateLink place={group.id} />}
    </>
  )
}

/** Whether the card in which one writes was revealed without names meanwhile. */
const useIsForgotten = (room: Room | null): boolean =>
  useSyncExternalStore(
    useCallback(
      (listener: () => void) => {
        room?.doc.on('update', listener)
        return () => room?.doc.off('update', listener)
      },
      [room],
    ),
    () => {
      const id: unknown = room?.awareness.getLocalState()?.['note']
      const map = typeof id === 'string' && room ? notesOf(room.doc).get(id) : undefined
      return map !== undefined && isForgotten(map)
    },
  )
