import { useState } from 'react'
import type { ClusterId, QuestionId } from '#shared/ids.ts'
import { Menu } from '../ui/Menu.tsx'
import { toast } from '../ui/toast.ts'
import { useTexts } from '../ui/useTexts.ts'
import { notesOfCluster } from './choosing/allAround.ts'
import { MoveCluster, RenameCluster } from './clusterDialogs.ts'
import { useBoardPlace } from './useBoardPlace.ts'
import { useFocusBack } from './useFocusBack.ts'
import { useStartNote } from './useStartNote.ts'
import { useTidyItems } from './wall/useTidyItems.ts'

type ClusterHeadProps = {
  readonly id: ClusterId
  readonly title: string
  readonly count: number
  /** The question in whose zone it stands here. */
  readonly question: QuestionId
}

/** Heading of a cluster on the wall and in the list, with its own menu. */
export function ClusterHead({ id, title, count, question }: ClusterHeadProps) {
  const t = useTexts()
  const { store, actions, undoManager, mayWrite, selection, group } = useBoardPlace()
  const startNote = useStartNote()
  const [asked, setAsked] = useState<'rename' | 'move' | null>(null)
  const tidyItems = useTidyItems()
  const [head, focusBack] = useFocusBack<HTMLDivElement>()
  const close = () => {
    setAsked(null)
    focusBack()
  }
  const shown = title || t('group:clusterUntitled')
  // Once the menu has given the focus back.
  const write = () => setTimeout(() => startNote({ question, cluster: id }), 50)
  const notesHere = () =>
    notesOfCluster(
      store.arrangement.get().zones.filter((zone) => zone.question === question),
      id,
    )
  const chooseAll = () => selection.set(new Set(notesHere()))
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
            { id: 'write', label: t('writing:writeInCluster'), icon: 'plus', onAction: write },
            { id: 'rename', label: t('group:rename'), icon: 'pencil', onAction: () => setAsked('rename') },
            ...(group.questions.length > 1
              ? [
                  {
                    id: 'move',
                    label: t('arranging:moveCluster'),
                    icon: 'corner-up-right' as const,
                    onAction: () => setAsked('move'),
                  },
                ]
              : []),
            { id: 'choose', label: t('choosing:chooseAll'), icon: 'square-check', onAction: chooseAll },
            ...(count > 1 ? tidyItems(id, notesHere, true) : []),
            { id: 'dissolve', label: t('group:dissolve'), icon: 'unlink', onAction: dissolve },
          ]}
        />
      )}
      {asked === 'move' && (
        <MoveCluster part={{ id, from: question, notes: notesHere() }} title={shown} onClose={close} />
      )}
      {asked === 'rename' && (
        <RenameCluster title={title} onSave={(next) => actions.renameCluster(id, next)} onClose={close} />
      )}
    </div>
  )
}
