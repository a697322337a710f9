import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useStore } from '../../sync/useStore.ts'
import { Button } from '../../ui/Button.tsx'
import { fetchedApart } from '../../ui/fetchedApart.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import type { DrawerName } from './drawers.ts'
import '../list/ListView.css'

// Parts of the list, which is fetched once the wall stands.
const MarkedSection = fetchedApart(async () => (await import('../MarkedSection.tsx')).MarkedSection)
const TraySection = fetchedApart(async () => (await import('../TraySection.tsx')).TraySection)

type BoardDrawerProps = { readonly name: DrawerName; readonly onClose: () => void }

/** Docked beside the wall: what the list has below its questions. */
export function BoardDrawer({ name, onClose }: BoardDrawerProps) {
  const t = useTexts()
  const { store } = useBoardPlace()
  const arrangement = useStore(store.arrangement)
  const drawer = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = document.activeElement
    document.getElementById(`${name}-title`)?.focus()
    return () => {
      // Back to the button, unless people are somewhere else by now.
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus()
    }
  }, [name])
  if (!arrangement) return null
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && drawer.current?.contains(event.target as Element)) onClose()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside ref={drawer} className="board-drawer" aria-labelledby={`${name}-title`} onKeyDown={onKeyDown}>
      <Button
        variant="quiet"
        size="small"
        icon="x"
        iconOnly
        className="board-drawer-close"
        label={t('board:closeDrawer', { title: t(`group:${name}Title`) })}
        onClick={onClose}
      />
      {name === 'marked' && <MarkedSection marked={arrangement.marked} />}
      {name === 'tray' && <TraySection trashed={arrangement.trashed} />}
    </aside>
  )
}
