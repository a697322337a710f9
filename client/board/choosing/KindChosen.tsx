import { useState } from 'react'
import type { KindId } from '#shared/ids.ts'
import { kindOf, labelOf } from '#shared/template.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { ChipChoice } from '../ChipChoice.tsx'
import { useSingleKeys } from '../singleKeys.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { ChosenDialog } from './ChosenDialog.tsx'
import { keyOfKind } from './kindKey.ts'
import { useChosen } from './useChosen.ts'

/** "Kartenart …", for those who do not use the digits. */
export function KindChosen({ count, onClose }: { readonly count: number; readonly onClose: () => void }) {
  const t = useTexts()
  const language = useLanguage()
  const { plan } = useBoardPlace()
  const { actions, ids, notes, tell } = useChosen()
  const hasKeys = useSingleKeys()
  const [kind, setKind] = useState<string | null>(() => {
    const kinds = new Set(notes().map((note) => note.kind))
    return kinds.size === 1 ? ([...kinds][0] ?? null) : null
  })
  const change = () => {
    const chosen = ids()
    actions.setKind(chosen, kind as KindId)
    tell(
      t('choosing:kindSet', { count: chosen.length, kind: labelOf(kindOf(plan, kind as KindId), language) }),
    )
  }
  return (
    <ChosenDialog
      title={t('choosing:kindTitle', { count })}
      yes={t('choosing:kindYes')}
      isReady={kind !== null}
      onYes={change}
      onClose={onClose}
    >
      <ChipChoice
        legend={t('group:kind')}
        mode="single"
        options={plan.noteKinds.map((one) => ({
          id: one.id,
          label: labelOf(one, language),
          icon: one.icon,
          paper: one.paper,
          shortcut: hasKeys ? keyOfKind(plan, one) : undefined,
        }))}
        selected={kind === null ? [] : [kind]}
        onToggle={setKind}
      />
      {hasKeys && <p className="hint with-keys">{t('choosing:kindKeys')}</p>}
    </ChosenDialog>
  )
}
