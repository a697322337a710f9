import { useState } from 'react'
import type { ClusterId } from '#shared/ids.ts'
import { Menu } from '../ui/Menu.tsx'
import { toast } from '../ui/toast.ts'
import { useTexts } from '../ui/useTexts.ts'
import { RenameCluster } from './RenameCluster.tsx'
import { useBoardPlace } from './useBoardPlace.ts'
import { useFocusBack } from './useFocusBack.ts'

type ClusterHeadProps = { readonly id: ClusterId; readonly title: string; readonly count: number }

/** Heading of a cluster in the list, with its own menu. */
export function ClusterHead({ id, title, count }: ClusterHeadProps) {
  const t = useTexts()
  const { actions, undoManager, mayWrite } = useBoardPlace()
  const [isRenaming, setRenaming] = useState(false)
  const [head, focusBack] = useFocusBack<HTMLDivElement>()
  const close = () => {
    setRenaming(false)
    focusBack()
  }
  const shown = title || t('group:clusterUntitled')
  const dissolve = () => {
    actions.dissolveCluster(id)
    toast(t('group:dissolved', { title: shown }), { undo: () => undoManager.undo() })
  }
  return (
    <div className="cluster-head" ref={head}>
      <h3 dir="auto" className={title ? undefined : 'untitled'}>
        {shown}
      </h3>
      <span className="count num">{t('group:notes', { count })}</span>
      {mayWrite && (
        <Menu
          label={t('group:clusterMenu', { title: shown })}
          className="cluster-menu"
          variant="quiet"
          size="small"
          icon="ellipsis"
          iconOnly
          placement="bottom end"
          items={[
            { id: 'rename', label: t('group:rename'), icon: 'pencil', onAction: () => setRenaming(true) },
            { id: 'dissolve', label: t('group:dissolve'), icon: 'unlink', onAction: dissolve },
          ]}
        />
      )}
      {isRenaming && (
        <RenameCluster title={title} onSave={(next) => actions.renameCluster(id, next)} onClose={close} />
      )}
    </div>
  )
}
