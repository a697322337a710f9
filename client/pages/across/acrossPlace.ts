import { createContext, useContext } from 'react'
import type { PlenumAnswer } from '#shared/api.ts'
import type { GroupId, NoteRef } from '#shared/ids.ts'
import type { EventPlan, Group } from '#shared/template.ts'
import type { SheetNote } from './groupSheet.ts'
import type { GroupSheetInUse } from './useGroupSheet.ts'

/** What all parts of the page know. */
export type AcrossPlace = {
  readonly plan: EventPlan
  /** In the order in which they present. */
  readonly groups: readonly Group[]
  readonly plenum: PlenumAnswer
  readonly inUse: ReadonlyMap<GroupId, GroupSheetInUse>
  /** All cards that stand on the boards. */
  readonly rows: ReadonlyMap<NoteRef, SheetNote>
  readonly isFrozen: boolean
  /** Merge, relate, refuse. */
  readonly mayShape: boolean
  /** Say who presents when: also in a frozen Plenum. */
  readonly mayOrder: boolean
  /** Cards chosen by hand, to be seen side by side. */
  readonly chosen: readonly NoteRef[]
  readonly setChosen: (chosen: readonly NoteRef[]) => void
}

export const AcrossPlaceContext = createContext<AcrossPlace | null>(null)

export const useAcrossPlace = (): AcrossPlace => {
  const place = useContext(AcrossPlaceContext)
  if (!place) throw new Error('Outside of the page that prepares the Plenum.')
  return place
}
