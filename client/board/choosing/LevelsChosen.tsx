import { useState } from 'react'
import type { LevelId } from '#shared/ids.ts'
import { labelOf } from '#shared/template.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { ChipChoice } from '../ChipChoice.tsx'
import { useBoardPlace } from '../useBoardPlace.ts'
import { ChosenDialog } from './ChosenDialog.tsx'
import { useChosen } from './useChosen.ts'

/** "Ebenen …": what all of them have is checked; what only some have says so, and stays unless one touches it. */
export function LevelsChosen({ count, onClose }: { readonly count: number; readonly onClose: () => void }) {
  const t = useTexts()
  const language = useLanguage()
  const { plan } = useBoardPlace()
  const { actions, ids, notes, tell } = useChosen()
  const [changes, setChanges] = useState<ReadonlyMap<LevelId, boolean>>(new Map())
  const all = notes()
  const haveIt = (level: LevelId) => all.filter(({ levels }) => levels.includes(level)).length
  const isOn = (level: LevelId) => changes.get(level) ?? haveIt(level) === all.length
  const labelFor = (level: LevelId, label: string) => {
    const some = haveIt(level)
    const isMixed = !changes.has(level) && some > 0 && some < all.length
    return isMixed ? t('choosing:levelsSome', { level: label, some, all: all.length }) : label
  }
  const change = () => {
    const chosen = ids()
    actions.setLevels(chosen, changes)
    tell(t('choosing:levelsSet', { count: chosen.length }))
  }
  return (
    <ChosenDialog
      title={t('choosing:levelsTitle', { count })}
      yes={t('choosing:levelsYes')}
      isReady={changes.size > 0}
      onYes={change}
      onClose={onClose}
    >
      <ChipChoice
        legend={t('group:levels')}
        mode="multiple"
        isPill
        options={plan.levels.map((level) => ({
          id: level.id,
          label: labelFor(level.id, labelOf(level, language)),
        }))}
        selected={plan.levels.map(({ id }) => id).filter(isOn)}
        onToggle={(level) => setChanges(new Map(changes).set(level as LevelId, !isOn(level as LevelId)))}
      />
    </ChosenDialog>
  )
}
