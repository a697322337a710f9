import type { Person } from '#shared/api.ts'
import type { PhaseState } from '#shared/day/phaseState.ts'
import { runs } from '#shared/roles.ts'
import type { EventPlan, Group } from '#shared/template.ts'
import type { Room } from '../../sync/openRoom.ts'
import { Message } from '../../ui/Message.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { CollectPanel } from './CollectPanel.tsx'
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
  return (
    <>
      {isHidden && (
        <Message icon={phase?.isHidden ? 'lock' : 'lock-open'} live>
          {t(phase?.isHidden ? 'collecting:hidden' : 'collecting:finishFirst')}
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
