import { useNavigate } from 'react-router'
import type { KindId, NoteRef } from '#shared/ids.ts'
import type { Result } from '#shared/result.ts'
import { labelOf } from '#shared/template.ts'
import { Button } from '../../../ui/Button.tsx'
import { Select } from '../../../ui/Select.tsx'
import { toast } from '../../../ui/toast.ts'
import { useLanguage } from '../../../ui/useLanguage.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { dissolveResult, makeResult } from '../plenumCommands.ts'
import { viewPath } from '../plenumView.ts'
import { Refused } from '../Refused.tsx'
import type { Command } from '../useCommand.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'
import type { MergeKind } from './useMergeKind.ts'
import '../BottomBar.css'

type MergeBarProps = {
  readonly selected: readonly NoteRef[]
  readonly as: MergeKind
  readonly command: Command
  readonly isLooking: boolean
  readonly onLook: () => void
  readonly onDone: () => void
}

/** Docked while notes are chosen: they become one result, or each its own. */
export function MergeBar({
  selected,
  as: { kinds, kind, pick },
  command,
  isLooking,
  onLook,
  onDone,
}: MergeBarProps) {
  const t = useTexts()
  const language = useLanguage()
  const navigate = useNavigate()
  const { command: page } = usePlenumPlace()
  const count = selected.length
  const finish = (made: readonly Result[], sentence: string) => {
    onDone()
    const last = made.at(-1)
    if (last) void navigate(viewPath({ kind: 'result', id: last.id }))
    toast(sentence, {
      undo: () =>
        void page.run(async () => {
          for (const { id } of made) await dissolveResult(id)
          void navigate('/plenum')
        }),
    })
  }
  const merge = () =>
    void command.run(async () => {
      const result = await makeResult(selected, kind ?? undefined)
      finish([result], t('plenum:merged', { count }))
    })
  const takeEach = () =>
    void command.run(async () => {
      const made: Result[] = []
      // One after the other, so that their order is that of the list.
      for (const ref of selected) made.push(await makeResult([ref]))
      finish(made, t('plenum:takenEach', { count }))
    })
  // Somebody was faster: the notes are gone from the choice, the reason stays.
  if (count === 0)
    return (
      <div className="bottom-bar merge-lost" role="region" aria-label={t('plenum:chosenBar')}>
        <Refused error={command.error} />
        <Button autoFocus onClick={command.forget}>
          {t('app:close')}
        </Button>
      </div>
    )
  return (
    <div className="bottom-bar merge-bar" role="region" aria-label={t('plenum:chosenBar')}>
      <Refused error={command.error} />
      <p className="merge-count num" role="status">
        {t('plenum:chosen', { count })}
      </p>
      <Button className="merge-look" size="small" onClick={onLook}>
        {t(isLooking ? 'plenum:backToList' : 'plenum:look')}
      </Button>
      {kinds.length > 1 && kind && (
        <Select
          label={t('plenum:asKind')}
          hideLabel
          size="small"
          value={kind}
          options={kinds.map((one) => ({ id: one.id, label: labelOf(one, language), icon: one.icon }))}
          onChange={(id) => pick(id as KindId)}
        />
      )}
      <Button variant="primary" icon="merge" aria-disabled={command.isBusy} onClick={merge}>
        {count === 1 ? t('plenum:takeUp') : t('plenum:merge', { count })}
      </Button>
      {count > 1 && (
        <Button className="merge-each" aria-disabled={command.isBusy} onClick={takeEach}>
          {t('plenum:takeEach')}
        </Button>
      )}
      <Button className="merge-undo" variant="quiet" onClick={onDone}>
        {t('plenum:unchoose')}
      </Button>
    </div>
  )
}
