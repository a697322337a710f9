import { useEffect } from 'react'
import type { NoteId } from '#shared/ids.ts'
import { noteNumber } from '#shared/ids.ts'
import { toast } from '../../ui/toast.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { clearSelection } from '../choosing/noteSelection.ts'
import { isTyping } from '../isTyping.ts'
import { singleKeys } from '../singleKeys.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { openWall } from '../wall/openWall.ts'

/** Page-wide keys, not while typing: Del puts the card of the focus, or all that are chosen, into the tray; ? shows all keys. */
export const useArrangingKeys = (showKeys: () => void): void => {
  const t = useTexts()
  const { store, actions, facts, group, selection, editing, mayWrite } = useBoardPlace()
  useEffect(() => {
    const trash = (target: EventTarget | null): boolean => {
      const card = target instanceof Element && target.matches('.note[id^="note-"]') ? target : null
      const id = card && (card.id.slice('note-'.length) as NoteId)
      const chosen = [...selection.get()]
      const isAmong = id === null || selection.get().has(id)
      const ids = chosen.length > 0 && isAmong ? chosen : id === null ? [] : [id]
      const standing = ids.filter((one) => store.note(one)?.trashedAt === null)
      if (standing.length === 0) return false
      const beside = cardBeside(card)
      actions.together(() => standing.forEach((one) => actions.trash(one)))
      if (isAmong) clearSelection(selection)
      // On the wall the card in its place takes over by itself.
      if (openWall.get() === null) beside?.focus({ preventScroll: true })
      const [first] = standing
      const fact = facts.get().get(first as NoteId)
      const text =
        standing.length > 1
          ? t('choosing:trashed', { count: standing.length })
          : t('group:trashed', { note: fact ? noteNumber(group.id, fact.number) : t('group:thisNote') })
      toast(text, { undo: () => actions.together(() => standing.forEach((one) => actions.restore(one))) })
      return true
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target) || editing.get()) return
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === '?' && singleKeys.get()) showKeys()
      else if (!mayWrite || !['Delete', 'Backspace'].includes(event.key) || !trash(event.target)) return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [t, store, actions, facts, group, selection, editing, mayWrite, showKeys])
}

/** Where the focus goes in the list when this card leaves it. */
const cardBeside = (card: Element | null): HTMLElement | null => {
  const item = card?.closest('li')
  const beside = item?.nextElementSibling ?? item?.previousElementSibling
  const near = beside ?? card?.closest('[data-question], .zone')
  return near?.querySelector<HTMLElement>('.note[tabindex="0"], .zone-add, h2') ?? null
}
