import { createContext, useCallback, useContext, useMemo, useSyncExternalStore } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { CommentFact, NoteFact } from '#shared/api.ts'
import { noteNumber, type NoteId, type QuestionId } from '#shared/ids.ts'
import type { EventPlan, Group } from '#shared/template.ts'
import type { Saving } from '../sync/calmStatus.ts'
import type { Room } from '../sync/openRoom.ts'
import type { PersonHere } from '../sync/usePresence.ts'
import type { ReadStore, ValueStore } from '../sync/valueStore.ts'
import type { BoardActions } from './boardActions.ts'
import type { BoardStore } from './boardStore.ts'
import type { Search } from './choosing/openSearch.ts'
import type { NoteFilter } from './noteFilter.ts'
import type { Together } from './together/openTogether.ts'
import type { Wall } from './wall/useWall.ts'

/** The note this person writes in now, and where the tap was. */
export type Editing = {
  readonly id: NoteId
  readonly at?: { readonly left: number; readonly top: number }
  /** Takes the letters that were typed on the chosen card before its editor stood. */
  readonly typed?: () => string
}

/** What is shown about one note beside the list: sorting it, its details, its text with room to write, what it relates to. */
export type OpenSheet = {
  readonly id: NoteId
  readonly about: 'sort' | 'details' | 'text' | 'originals' | 'comments' | 'merge' | 'link' | 'similar'
  /** The others, where it is known already what is to be put together. */
  readonly with?: readonly NoteId[]
}

/** The menu of one card, and the button it hangs on. One menu a page: hundreds of them would cost seconds. */
export type OpenMenu = {
  readonly id: NoteId
  readonly button: HTMLElement
  readonly onEdit: () => void
  /** Where the card stands, unless it is in the list. */
  readonly wall: Wall | null
}

/** One open board with all that its views need: the list and, on the same data, the wall. */
export type BoardPlace = {
  readonly store: BoardStore
  readonly actions: BoardActions
  readonly undoManager: Y.UndoManager
  readonly awareness: Awareness
  readonly plan: EventPlan
  readonly group: Group
  readonly mayWrite: boolean
  /** Cards for oneself alone: what they have to do with those of others comes after the reveal. */
  readonly isDraft: boolean
  /** Numbers and authors, as far as the server has given them. */
  readonly facts: ReadStore<ReadonlyMap<NoteId, NoteFact>>
  /** Who wrote which comment (`commentRef`), as far as the server has said. */
  readonly commentAuthors: ReadStore<ReadonlyMap<string, CommentFact>>
  /** The others in the room. */
  readonly presence: ReadStore<readonly PersonHere[]>
  /** Moving, following and inviting. */
  readonly together: Together
  readonly editing: ValueStore<Editing | null>
  /** Chosen for doing something with all of them at once. */
  readonly selection: ValueStore<ReadonlySet<NoteId>>
  /** What is searched for; other notes are dimmed, they do not move. */
  readonly filter: ValueStore<NoteFilter>
  readonly search: Search
  /** Outside of the cards, because a card that moves is made anew. */
  readonly sheet: ValueStore<OpenSheet | null>
  readonly menu: ValueStore<OpenMenu | null>
  /** The question that the docked composer writes to. */
  readonly composerQuestion: ValueStore<QuestionId | null>
  /** What is told about saving: good news at once, trouble once it lasts. */
  readonly told: ReadStore<Saving>
  readonly saving: Room['saving']
}

export const BoardPlaceContext = createContext<BoardPlace | null>(null)

export const useBoardPlace = (): BoardPlace => {
  const place = useContext(BoardPlaceContext)
  if (!place) throw new Error('useBoardPlace needs a BoardPlaceContext around it')
  return place
}

/** A-07 and the author; null until the server has given them. */
export const useNoteFact = (id: NoteId): { readonly number: string; readonly author: string } | null => {
  const { facts, group } = useBoardPlace()
  const fact = useSyncExternalStore(facts.subscribe, () => facts.get().get(id))
  return fact ? { number: noteNumber(group.id, fact.number), author: fact.author } : null
}

export const useIsEditing = (id: NoteId): boolean => {
  const { editing } = useBoardPlace()
  return useSyncExternalStore(editing.subscribe, () => editing.get()?.id === id)
}

/** Somebody else who writes in this note, and how many more do. */
export const useWriter = (id: NoteId): (PersonHere & { readonly more: number }) | null => {
  const { presence } = useBoardPlace()
  const writers = () => presence.get().filter(({ notes }) => notes.includes(id))
  const first = useSyncExternalStore(presence.subscribe, () => writers()[0] ?? null)
  const more = useSyncExternalStore(presence.subscribe, () => Math.max(0, writers().length - 1))
  return useMemo(() => first && { ...first, more }, [first, more])
}

/** True while this device has changed the note and the server has not stored it, once that is told. */
export const useIsUnsaved = (id: NoteId): boolean => {
  const { told, store, saving } = useBoardPlace()
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = [told.subscribe(listener), store.subscribeNote(id, listener)]
      return () => ends.forEach((end) => end())
    },
    [told, store, id],
  )
  return useSyncExternalStore(subscribe, () => {
    const now = told.get()
    return now !== 'stored' && now !== 'unknown' && store.touchedAt(id) > saving.stored()
  })
}
