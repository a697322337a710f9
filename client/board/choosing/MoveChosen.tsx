import { useState } from 'react'
import type { QuestionId } from '#shared/ids.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { ChipChoice } from '../ChipChoice.tsx'
import { useBoardPlace } from '../useBoardPlace.ts'
import { ChosenDialog } from './ChosenDialog.tsx'
import { useChosen } from './useChosen.ts'

const parking = '/'

/** "Verschieben nach …": another Teilfrage or the Themenspeicher. */
export function MoveChosen({ count, onClose }: { readonly count: number; readonly onClose: () => void }) {
  const t = useTexts()
  const { group } = useBoardPlace()
  const { actions, ids, tell } = useChosen()
  const [to, setTo] = useState<string | null>(null)
  const move = () => {
    const chosen = ids()
    actions.move(chosen, to === parking ? null : (to as QuestionId))
    tell(
      to === parking
        ? t('choosing:parked', { count: chosen.length })
        : t('choosing:moved', { count: chosen.length, question: to }),
    )
  }
  return (
    <ChosenDialog
      title={t('choosing:moveTitle', { count })}
      yes={t('choosing:moveYes')}
      isReady={to !== null}
      onYes={move}
      onClose={onClose}
    >
      <ChipChoice
        legend={t('choosing:question')}
        mode="single"
        options={[
          ...group.questions.map(({ id, text }) => ({ id, label: `${id} ${text}` })),
          { id: parking, label: t('group:toParking'), icon: 'archive' },
        ]}
        selected={to === null ? [] : [to]}
        onToggle={setTo}
      />
    </ChosenDialog>
  )
}
