import { useState } from 'react'
import type { QuestionId } from '#shared/ids.ts'
import { toast } from '../../ui/toast.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { ChipChoice } from '../ChipChoice.tsx'
import { ChosenDialog } from '../choosing/ChosenDialog.tsx'
import { moveCluster, type ClusterPart } from '../moveCluster.ts'
import { useBoardPlace } from '../useBoardPlace.ts'

type MoveClusterProps = {
  readonly part: ClusterPart
  readonly title: string
  readonly onClose: () => void
}

/** "Verschieben nach …" of a whole cluster; without dragging, and with all of its cards. */
export function MoveCluster({ part, title, onClose }: MoveClusterProps) {
  const t = useTexts()
  const place = useBoardPlace()
  const { group, undoManager } = place
  const [to, setTo] = useState<QuestionId | null>(null)
  const move = () => {
    if (to === null) return
    moveCluster(place, part, to, null)
    toast(t('arranging:movedCluster', { title, question: to }), { undo: () => undoManager.undo() })
  }
  return (
    <ChosenDialog
      title={t('arranging:moveClusterTitle', { title })}
      yes={t('arranging:moveClusterYes')}
      isReady={to !== null}
      onYes={move}
      onClose={onClose}
    >
      <ChipChoice
        legend={t('group:question')}
        mode="single"
        options={group.questions
          .filter(({ id }) => id !== part.from)
          .map(({ id, text }) => ({ id, label: `${id} ${text}` }))}
        selected={to === null ? [] : [to]}
        onToggle={(chosen) => setTo(chosen as QuestionId)}
      />
    </ChosenDialog>
  )
}
