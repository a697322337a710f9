import { useMemo } from 'react'
import type { MeAnswer, Person, PlenumAnswer } from '#shared/api.ts'
import type { GatheredNote } from '#shared/gather.ts'
import type { EventPlan } from '#shared/template.ts'
import { useMe, usePlenum } from '../../sync/records.ts'
import type { ReadStore } from '../../sync/valueStore.ts'
import type { OutlineGroup } from '../plenum/outline/plenumOutline.ts'
import { useOutline } from '../plenum/outline/useOutline.ts'
import { usePlenumDocuments } from '../plenum/usePlenumDocuments.ts'
import type { Wordings } from '../plenum/wordingStore.ts'

/** What all walls of a page read. */
export type WallSource = {
  /** The wall never writes, whoever opens it. */
  readonly person: Person
  readonly plan: EventPlan
  readonly groups: readonly OutlineGroup[]
  readonly wordings: ReadStore<Wordings>
  readonly notes: readonly GatheredNote[]
  readonly isLoaded: boolean
  readonly isOffline: boolean
}

export type WallAnswers = { readonly me: MeAnswer; readonly plenum: PlenumAnswer }

/** Null until the first answers are here. */
export const useWallAnswers = (): WallAnswers | null => {
  const me = useMe().data
  const plenum = usePlenum().data
  return me && plenum ? { me, plenum } : null
}

export const useWallSource = ({ me, plenum: answer }: WallAnswers): WallSource => {
  const person = useMemo(() => ({ ...me.person, role: 'beamer' as const }), [me.person])
  const { plenum, isLoaded, wordings, notes } = usePlenumDocuments(person, me.event)
  const groups = useOutline(me.event, answer, wordings, notes)
  return { person, plan: me.event, groups, wordings, notes, isLoaded, isOffline: plenum.status === 'offline' }
}
