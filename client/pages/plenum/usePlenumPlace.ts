import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Person, PlenumAnswer } from '#shared/api.ts'
import type { GatheredNote } from '#shared/gather.ts'
import type { NoteRef, ResultId } from '#shared/ids.ts'
import type { Block } from '#shared/note.ts'
import type { BeamerShow } from '#shared/day/beamerScreen.ts'
import type { EventPlan } from '#shared/template.ts'
import type { Room } from '../../sync/openRoom.ts'
import type { PersonHere } from '../../sync/usePresence.ts'
import type { ReadStore } from '../../sync/valueStore.ts'
import type { OutlineGroup, OutlineItem } from './outline/plenumOutline.ts'
import type { Command } from './useCommand.ts'
import type { Wordings } from './wordingStore.ts'

/** Everything the parts of the Plenum page work with. */
export type PlenumPlace = {
  readonly person: Person
  readonly plan: EventPlan
  readonly answer: PlenumAnswer
  readonly groups: readonly OutlineGroup[]
  /** All results in order. */
  readonly items: readonly OutlineItem[]
  readonly notes: ReadonlyMap<NoteRef, GatheredNote>
  /** Read what one needs with `useWording`, so that typing elsewhere costs nothing. */
  readonly wordings: ReadStore<Wordings>
  readonly room: Room
  readonly people: readonly PersonHere[]
  readonly show: BeamerShow | null
  /** By role and seat: leads the Plenum, frozen or not. */
  readonly mayShape: boolean
  /** Leads it, and it is open. */
  readonly canEdit: boolean
  /** For menus and bars that close when they are used; its refusal stands above the page. */
  readonly command: Command
}

export const PlenumContext = createContext<PlenumPlace | null>(null)

export const usePlenumPlace = (): PlenumPlace => {
  const place = useContext(PlenumContext)
  if (!place) throw new Error('Outside of the Plenum page')
  return place
}

const noText: readonly Block[] = []
export const useWording = (id: ResultId): readonly Block[] => {
  const { wordings } = usePlenumPlace()
  return useSyncExternalStore(wordings.subscribe, () => wordings.get().get(id) ?? noText)
}
