import { useEffect, useSyncExternalStore } from 'react'
import type { NoteId } from '#shared/ids.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useTexts } from '../ui/useTexts.ts'
import { announce } from './arranging/announce.ts'
import { takenFrom } from './takenFrom.ts'
import { useBoardPlace } from './useBoardPlace.ts'
import './TakenLine.css'

/** Below a text in which one writes, so that it stays in its place, while others lay the card away or put it together with others: writing goes on. */
export function TakenLine({ id }: { readonly id: NoteId }) {
  const t = useTexts()
  const { store, actions } = useBoardPlace()
  const way = useSyncExternalStore(
    (listener) => store.subscribeNote(id, listener),
    () => takenFrom(store, id),
  )
  const text = way && t(way === 'tray' ? 'writing:takenToTray' : 'writing:takenMerged')
  useEffect(() => {
    if (text) announce(text)
  }, [text])
  if (!text) return null
  return (
    <div className="taken-line nodrag nopan">
      <Icon name={way === 'tray' ? 'inbox' : 'merge'} size={16} />
      <p>{text}</p>
      <Button
        size="small"
        // Caret and keyboard stay in the text.
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => (way === 'tray' ? actions.restore(id) : actions.takeOut(id))}
      >
        {t(way === 'tray' ? 'group:restore' : 'writing:takeOut')}
      </Button>
    </div>
  )
}
