import { useEffect } from 'react'
import { BoardTools, type ViewName } from '../../board/BoardTools.tsx'
import { SearchBar, SelectionBar, prefetchBars } from '../../board/choosing/bars.ts'
import { useChoosingKeys } from '../../board/choosing/useChoosingKeys.ts'
import { useIsChoosing } from '../../board/choosing/useChoosing.ts'
import { useSearchLink } from '../../board/choosing/useSearchLink.ts'
import { useShowInList } from '../../board/choosing/useShowInList.ts'
import { SelectionStatus } from '../../board/choosing/SelectionStatus.tsx'
import { PasteBar } from '../../board/paste/PasteBar.tsx'
import { useBoardKeys } from '../../board/useBoardKeys.ts'
import { useBoardPlace } from '../../board/useBoardPlace.ts'
import { useCanSave } from '../../sync/records.ts'
import { useStore } from '../../sync/useStore.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { Composer } from './listView.ts'

type DockProps = {
  readonly draftKey: string
  readonly view: ViewName
  readonly onView?: ((view: ViewName) => void) | undefined
}

/** The bar at the bottom: on phones the composer, elsewhere the tools; never over what one reads. */
export function Dock({ draftKey, view, onView }: DockProps) {
  const t = useTexts()
  const { mayWrite, told, editing, search } = useBoardPlace()
  const isEditing = useStore(editing) !== null
  const isChoosing = useIsChoosing()
  const isSearching = useStore(search.open) !== null
  const now = useStore(told)
  const canSave = useCanSave()
  const isSlow = typeof now === 'object' && canSave
  useEffect(prefetchBars, [])
  useBoardKeys()
  useChoosingKeys()
  useSearchLink()
  useShowInList(view === 'list')
  return (
    <section className="dock" aria-label={t('group:tools')}>
      {/* A server that cannot save says so itself, at the top of the page. */}
      {mayWrite && (now === 'offline' || isSlow) && (
        <p className="dock-trouble">
          <Icon name={isSlow ? 'hourglass' : 'wifi-off'} size={18} />
          {t(isSlow ? 'group:slow' : 'group:offline')}
        </p>
      )}
      {mayWrite && <PasteBar />}
      {isSearching && <SearchBar isList={view === 'list'} />}
      {mayWrite && view === 'list' && (
        // A card that is being edited has its own keyboard and tools.
        <div className="dock-phone" hidden={isEditing || isChoosing || isSearching}>
          <Composer draftKey={draftKey} />
        </div>
      )}
      {mayWrite && isChoosing && <SelectionBar />}
      {mayWrite && <SelectionStatus />}
      {/* Hidden it keeps its place: the wall's own tools stand in it. */}
      <div className="dock-wide" hidden={isChoosing}>
        <BoardTools view={view} onView={onView} />
      </div>
    </section>
  )
}
