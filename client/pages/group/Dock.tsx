import { BoardTools, type ViewName } from '../../board/BoardTools.tsx'
import { Composer } from '../../board/Composer.tsx'
import { useBoardKeys } from '../../board/useBoardKeys.ts'
import { useBoardPlace } from '../../board/useBoardPlace.ts'
import { useCanSave } from '../../sync/records.ts'
import { useStore } from '../../sync/useStore.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useTexts } from '../../ui/useTexts.ts'

type DockProps = {
  readonly draftKey: string
  readonly view: ViewName
  readonly onView?: ((view: ViewName) => void) | undefined
}

/** The bar at the bottom: on phones the composer, elsewhere the tools; never over what one reads. */
export function Dock({ draftKey, view, onView }: DockProps) {
  const t = useTexts()
  const { mayWrite, told, editing } = useBoardPlace()
  const isEditing = useStore(editing) !== null
  const now = useStore(told)
  const canSave = useCanSave()
  const isSlow = typeof now === 'object' && canSave
  useBoardKeys()
  return (
    <section className="dock" aria-label={t('group:tools')}>
      {/* A server that cannot save says so itself, at the top of the page. */}
      {mayWrite && (now === 'offline' || isSlow) && (
        <p className="dock-trouble">
          <Icon name={isSlow ? 'hourglass' : 'wifi-off'} size={18} />
          {t(isSlow ? 'group:slow' : 'group:offline')}
        </p>
      )}
      {mayWrite && view === 'list' && (
        // A card that is being edited has its own keyboard and tools.
        <div className="dock-phone" hidden={isEditing}>
          <Composer draftKey={draftKey} />
        </div>
      )}
      <div className="dock-wide">
        <BoardTools view={view} onView={onView} />
      </div>
    </section>
  )
}
