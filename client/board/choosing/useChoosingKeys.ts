import { useEffect } from 'react'
import type { ClusterId, NoteId, QuestionId } from '#shared/ids.ts'
import { labelOf } from '#shared/template.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { isTyping } from '../isTyping.ts'
import { singleKeys } from '../singleKeys.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { allAround, type Around } from './allAround.ts'
import { kindOfKey } from './kindKey.ts'
import { focusBoard } from './focusBoard.ts'
import { clearSelection } from './noteSelection.ts'
import { openSearchField } from './openSearchField.ts'
import { stepHits } from './stepHits.ts'
import { useChosen } from './useChosen.ts'

/**
 * Page-wide keys, not while typing: Ctrl+A chooses all around the focus, then all; Escape clears; digits set the kind of
 * what is chosen or has the focus; / searches, F3 goes on to the next hit.
 */
export const useChoosingKeys = (): void => {
  const t = useTexts()
  const language = useLanguage()
  const { store, plan, selection, search, filter, editing, mayWrite, actions } = useBoardPlace()
  const { actions: many, ids, tell } = useChosen()
  useEffect(() => {
    const chooseAll = () => {
      const found = search.hits.get()
      const around = aroundFocus()
      const all = allAround(
        store.arrangement.get(),
        around,
        selection.get(),
        (id) => found?.ids.has(id) ?? true,
      )
      selection.set(new Set(all))
    }
    const setKind = (key: string): boolean => {
      const kind = kindOfKey(plan, key)
      const focused = aroundFocus().note
      const chosen = ids()
      if (!kind) return false
      if (chosen.length > 0) {
        many.setKind(chosen, kind.id)
        tell(t('choosing:kindSet', { count: chosen.length, kind: labelOf(kind, language) }))
      } else if (focused !== undefined && store.note(focused)) actions.setKind(focused, kind.id)
      else return false
      return true
    }
    const escape = (): boolean => {
      // What was found stays chosen when the search ends.
      if (search.open.get()) search.clear()
      else if (selection.get().size > 0) {
        const [first] = ids()
        const isInBar = document.activeElement?.closest('.selection-bar')
        clearSelection(selection)
        // The bar goes away, and the focus would with it.
        if (isInBar) focusBoard(first)
      } else return false
      return true
    }
    const onKey = (event: KeyboardEvent) => {
      const { key, target } = event
      if (event.defaultPrevented || isTyping(target) || editing.get()) return
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
      if (isCommand && key.toLowerCase() === 'a' && mayWrite) chooseAll()
      else if (!isPlain) return
      else if (key === 'F3' && search.open.get()) stepHits(search, event.shiftKey ? -1 : 1)
      else if (key === 'Escape') {
        // A drawer closes first.
        if ((target instanceof Element && target.closest('.board-drawer')) || !escape()) return
      } else if (!singleKeys.get()) return
      else if (key === '/') openSearchField({ search, filter })
      else if (!mayWrite || event.shiftKey || !setKind(key)) return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [store, plan, selection, search, filter, editing, mayWrite, actions, many, ids, tell, t, language])
}

/** On which card, in which cluster or at which question the focus is; without focus, what is in view. */
const aroundFocus = (): Around => {
  const place = document.activeElement ?? document.body
  const note = place.closest('.note[id^="note-"]')?.id.slice('note-'.length)
  const cluster = place.closest<HTMLElement>('[data-cluster]')?.dataset['cluster']
  const zone = place.closest<HTMLElement>('[data-question]') ?? document.querySelector('.board-surface')
  return {
    note: note as NoteId | undefined,
    cluster: cluster as ClusterId | undefined,
    question: (zone as HTMLElement | null)?.dataset['question'] as QuestionId | undefined,
  }
}
