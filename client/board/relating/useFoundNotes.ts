import { useMemo, useRef } from 'react'
import type { Note } from '#shared/board.ts'
import { noteNumber, type NoteId } from '#shared/ids.ts'
import { useStore } from '../../sync/useStore.ts'
import { readingOrder } from '../choosing/readingOrder.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { findNotes, keepOrder, mostFound } from './findNotes.ts'

export type Found = {
  readonly ids: readonly NoteId[]
  readonly hasMore: boolean
  /** There is nothing to search in. */
  readonly isAlone: boolean
}

/** The cards to choose from beside one, live: a list that only grows while the same words are searched for. */
export const useFoundNotes = (note: Note, words: string, withAll: boolean): Found => {
  const { store, facts, group } = useBoardPlace()
  const arrangement = useStore(store.arrangement)
  const known = useStore(facts)
  const find = useMemo(() => {
    const order = arrangement ? readingOrder(arrangement) : []
    const others = order.flatMap((id) => (id === note.id ? [] : (store.note(id) ?? [])))
    const numberOf = (id: NoteId) => {
      const fact = known?.get(id)
      return fact ? noteNumber(group.id, fact.number) : ''
    }
    const numbersOf = (id: NoteId) => [id, ...(arrangement?.originals.get(id) ?? [])].map(numberOf).join(' ')
    return { others: others.length, search: findNotes({ note, others, numbersOf, withAll }) }
  }, [arrangement, known, store, group, note, withAll])
  const found = useMemo(() => find.search(words), [find, words])
  const shown = useRef<{ words: string; ids: readonly NoteId[] }>({ words: '', ids: [] })
  const before = shown.current.words === words ? shown.current.ids : []
  const ids = keepOrder(before, found).slice(0, Math.max(mostFound, before.length))
  shown.current = { words, ids }
  return {
    ids,
    hasMore: found.some((id) => !ids.includes(id)),
    isAlone: find.others === 0 && ids.length === 0,
  }
}
