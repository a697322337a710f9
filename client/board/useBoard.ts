import { useLayoutEffect, useState } from 'react'
import type { CommentFact, NoteFact, NotesAnswer } from '#shared/api.ts'
import { clustersOf, notesOf } from '#shared/board.ts'
import { commentRef } from '#shared/comments.ts'
import type { NoteId, QuestionId } from '#shared/ids.ts'
import { setDraftGroup, standsInDraft } from '#shared/day/drafts.ts'
import { noteLinksOf } from '#shared/noteLinks.ts'
import { parseRoomName } from '#shared/place.ts'
import type { EventPlan, Group } from '#shared/template.ts'
import { openUndo } from '../editor/openUndo.ts'
import type { Room } from '../sync/openRoom.ts'
import { closeUndoToast } from '../ui/toast.ts'
import { presenceStore } from '../sync/usePresence.ts'
import { valueStore } from '../sync/valueStore.ts'
import { boardActions } from './boardActions.ts'
import { boardStore } from './boardStore.ts'
import { keepStanding } from './choosing/noteSelection.ts'
import { openSearch } from './choosing/openSearch.ts'
import { shownColumns } from './shownColumns.ts'
import { useErasedNotes } from './useErasedNotes.ts'
import { useTakenNote } from './useTakenNote.ts'
import { notesUnsavedBefore, rememberUnsavedNotes } from './unsavedNotes.ts'
import { noFilter, type NoteFilter } from './noteFilter.ts'
import { openTogether } from './together/openTogether.ts'
import type { BoardPlace, Editing, OpenMenu, OpenSheet } from './useBoardPlace.ts'
import { openWall } from './wall/openWall.ts'

/** Everything about one board while its page is open. Give it the facts as they come. */
export const useBoard = (
  room: Room | null,
  plan: EventPlan,
  group: Group,
  facts: NotesAnswer | undefined,
): BoardPlace | null => {
  const [place, setPlace] = useState<BoardPlace | null>(null)
  const [factStore] = useState(() => valueStore<ReadonlyMap<NoteId, NoteFact>>(new Map()))
  const [authorStore] = useState(() => valueStore<ReadonlyMap<string, CommentFact>>(new Map()))
  useLayoutEffect(() => {
    factStore.set(new Map(facts?.notes.map((fact) => [fact.id, fact])))
    authorStore.set(new Map(facts?.comments.map((fact) => [commentRef(fact.note, fact.id), fact])))
  }, [factStore, authorStore, facts])

  useLayoutEffect(() => {
    if (!room) return
    const { doc, awareness, told, saving } = room
    const undoManager = openUndo([notesOf(doc), clustersOf(doc), noteLinksOf(doc)])
    // Written for oneself, until the moderators reveal it.
    const isDraft = parseRoomName(room.name)?.place.kind === 'draft'
    const editing = valueStore<Editing | null>(null)
    const store = boardStore(doc, {
      questions: group.questions.map(({ id }) => id),
      changesMade: saving.made,
      unsavedBefore: notesUnsavedBefore(room),
      // Revealed while one is writing in it, it stays until that is finished.
      ...(isDraft && {
        holds: (note) =>
          standsInDraft(note, group.id, plan) || note === notesOf(doc).get(editing.get()?.id ?? ''),
      }),
    })
    const shown = shownColumns(store.arrangement.get, store.note, () => openWall.get()?.layout.get() ?? null)
    const presence = presenceStore(awareness)
    const together = openTogether(awareness, room.person)
    const selection = valueStore<ReadonlySet<NoteId>>(new Set())
    const filter = valueStore<NoteFilter>(noFilter)
    const search = openSearch({ group: group.id, store, filter, facts: factStore })
    const composerQuestion = valueStore<QuestionId | null>(group.questions[0]?.id ?? null)
    const sheet = valueStore<OpenSheet | null>(null)
    const menu = valueStore<OpenMenu | null>(null)

    const openNotes = () => {
      const own = editing.get()?.id
      store.setOpen(
        new Set([...(own ? [own] : []), ...presence.get().flatMap(({ notes }) => notes)]),
        own ?? null,
      )
    }
    const ends = [
      editing.subscribe(() => {
        awareness.setLocalStateField('note', editing.get()?.id ?? null)
        openNotes()
      }),
      presence.subscribe(openNotes),
      together.close,
      rememberUnsavedNotes(store, room),
      keepStanding(store, selection),
      search.close,
    ]
    openNotes()
    // A sentence tells what was done last; after the next step its way back would undo something else.
    undoManager.on('stack-item-popped', closeUndoToast)
    undoManager.on('stack-item-added', closeUndoToast)
    setPlace({
      store,
      actions: boardActions({
        doc,
        undo: undoManager,
        plan,
        shown,
        ...(isDraft && { made: (note) => setDraftGroup(note, group.id) }),
      }),
      undoManager,
      awareness,
      plan,
      group,
      mayWrite: room.mayWrite,
      isDraft,
      facts: factStore,
      commentAuthors: authorStore,
      presence,
      together,
      editing,
      selection,
      filter,
      search,
      sheet,
      menu,
      composerQuestion,
      told,
      saving,
    })
    return () => {
      setPlace(null)
      for (const end of ends) end()
      store.close()
      undoManager.destroy()
    }
  }, [room, plan, group, factStore, authorStore])

  useErasedNotes(room, place)
  useTakenNote(place)
  return place
}
