import { useStore } from '../sync/useStore.ts'
import { Button } from '../ui/Button.tsx'
import { useTexts } from '../ui/useTexts.ts'
import { openSearchField } from './choosing/openSearchField.ts'
import { counted } from './counted.ts'
import { goTo } from './goTo.ts'
import { useBoardPlace } from './useBoardPlace.ts'
import { useSingleKeys } from './singleKeys.ts'
import { useStartNote } from './useStartNote.ts'
import { useUndo } from './useUndo.ts'
import './BoardTools.css'
import './SmallHeights.css'

export const wallToolsId = 'wall-tools'

export type ViewName = 'list' | 'board'
type BoardToolsProps = {
  readonly view: ViewName
  /** Missing while there is only the list. */
  readonly onView?: ((view: ViewName) => void) | undefined
}

/** Docked at the bottom: one filled button, then tools with words. */
export function BoardTools({ view, onView }: BoardToolsProps) {
  const t = useTexts()
  const { isDraft, store, mayWrite, undoManager, search, filter } = useBoardPlace()
  const { canUndo, canRedo, undo, redo } = useUndo(undoManager)
  const arrangement = useStore(store.arrangement)
  const isSearching = useStore(search.open) !== null
  const startNote = useStartNote()
  const withKeys = useSingleKeys()
  return (
    <div className="board-tools">
      {mayWrite && (
        <>
          <Button
            variant="primary"
            icon="plus"
            aria-keyshortcuts={withKeys ? 'N' : undefined}
            onClick={() => startNote()}
          >
            {t('group:writeNote')} {withKeys && <kbd aria-hidden="true">N</kbd>}
          </Button>
          <span className="board-tools-gap" />
          <Button
            variant="quiet"
            icon="undo-2"
            iconOnly
            label={t('group:undo')}
            aria-keyshortcuts="Control+Z"
            aria-disabled={!canUndo}
            onClick={undo}
          />
          <Button
            variant="quiet"
            icon="redo-2"
            iconOnly
            label={t('group:redo')}
            aria-keyshortcuts="Control+Shift+Z"
            aria-disabled={!canRedo}
            onClick={redo}
          />
        </>
      )}
      <span className="board-tools-gap board-search" />
      <Button
        className="board-search"
        variant="quiet"
        icon="search"
        aria-keyshortcuts={withKeys ? '/' : undefined}
        aria-expanded={isSearching}
        onClick={() => openSearchField({ search, filter })}
      >
        {t('choosing:search')}
      </Button>
      {/* Drawers and zoom of the wall stand here. */}
      <span className="push" id={wallToolsId} />
      {view === 'list' && (
        <>
          {!isDraft && (
            <Button variant="quiet" icon="bookmark" onClick={() => goTo('marked')}>
              {counted(t('group:markedTitle'), arrangement?.marked.length)}
            </Button>
          )}
          <Button variant="quiet" icon="archive" onClick={() => goTo('parking')}>
            {counted(t('group:parkingTitle'), arrangement?.parked.length)}
          </Button>
          <Button variant="quiet" icon="inbox" onClick={() => goTo('tray')}>
            {counted(t('group:trayTitle'), arrangement?.trashed.length)}
          </Button>
        </>
      )}
      {onView && (
        <Button
          icon={view === 'list' ? 'layout-grid' : 'list'}
          onClick={() => onView(view === 'list' ? 'board' : 'list')}
        >
          <span className="word">{t(view === 'list' ? 'group:boardView' : 'group:listView')}</span>
        </Button>
      )}
    </div>
  )
}
