import { useEffect } from 'react'
import type { Person } from '#shared/api.ts'
import type { GroupId } from '#shared/ids.ts'
import type { EventPlan, Group } from '#shared/template.ts'
import { useGroupSheet, type GroupSheetInUse } from './useGroupSheet.ts'

type GroupFeedProps = {
  readonly plan: EventPlan
  readonly group: Group
  readonly person: Person
  readonly onSheet: (group: GroupId, sheet: GroupSheetInUse) => void
}

/** Shows nothing: keeps one group's board open and tells what stands on it. */
export function GroupFeed({ plan, group, person, onSheet }: GroupFeedProps) {
  const { sheet, isOffline, move } = useGroupSheet(plan, group, person)
  useEffect(() => onSheet(group.id, { sheet, isOffline, move }), [onSheet, group.id, sheet, isOffline, move])
  return null
}
