import { useState, useSyncExternalStore } from 'react'
import type { GroupId, ResultId } from '#shared/ids.ts'
import { decidedText } from '#shared/result.ts'
import { BlocksText } from '../../../ui/BlocksText.tsx'
import { toast } from '../../../ui/toast.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { EditDialog } from '../EditDialog.tsx'
import { decide, withdrawDecision } from '../plenumCommands.ts'
import type { OutlineItem } from '../outline/plenumOutline.ts'
import { FactLine } from '../result/FactLine.tsx'
import { StateMark } from '../outline/StateMark.tsx'
import { untilStored } from '../untilStored.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'
import { VerdictFields } from './VerdictFields.tsx'
import { newVerdict, verdictOf } from './verdictDraft.ts'

type BlockDialogProps = {
  readonly group: GroupId
  /** Everything of the Leitfrage that is not decided. */
  readonly items: readonly OutlineItem[]
  readonly onClose: () => void
}

/** What is undisputed is decided at once, with the exact texts and one count. */
export function BlockDialog({ group, items, onClose }: BlockDialogProps) {
  const t = useTexts()
  const { plan, wordings: store, room, command } = usePlenumPlace()
  const wordings = useSyncExternalStore(store.subscribe, store.get)
  const [left, setLeft] = useState<readonly ResultId[]>(
    items.filter(({ standing }) => standing.changed).map(({ result }) => result.id),
  )
  const [draft, setDraft] = useState(newVerdict)
  const [showsFaults, setShowsFaults] = useState(false)
  const chosen = items.filter(({ result }) => !left.includes(result.id))
  const toggle = (id: ResultId) =>
    setLeft((ids) => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]))

  const save = () => {
    const verdict = verdictOf(draft, plan.consent)
    setShowsFaults(verdict === null)
    if (!verdict || chosen.length === 0) return false
    const results = chosen.map(({ result }) => ({
      id: result.id,
      text: decidedText(result, wordings.get(result.id) ?? []),
    }))
    return untilStored(room)
      .then(() => decide(results, verdict))
      .then(({ id }) =>
        toast(t('plenum:blockRecorded', { count: results.length }), {
          undo: () => void command.run(() => withdrawDecision(id)),
        }),
      )
  }
  return (
    <EditDialog
      wide
      title={t('plenum:blockTitle', { group })}
      save={t('plenum:recordBlock', { count: chosen.length })}
      leave={t('plenum:blockNo')}
      onSave={save}
      onClose={onClose}
    >
      <p className="muted">{t('plenum:blockHint')}</p>
      <div className="block-columns">
        <ul className="block-list">
          {items.map(({ result, name, standing }) => (
            <li key={result.id}>
              <label className="block-row">
                <input
                  type="checkbox"
                  checked={!left.includes(result.id)}
                  onChange={() => toggle(result.id)}
                />
                <span className="block-text">
                  <span className="block-head">
                    <strong>
                      {name && <span className="num">{name} </span>}
                      <span dir="auto">{result.title}</span>
                    </strong>
                    {standing.changed && <StateMark standing={standing} withWord />}
                  </span>
                  <span className="block-wording">
                    <BlocksText blocks={wordings.get(result.id) ?? []} />
                  </span>
                  <FactLine result={result} />
                </span>
              </label>
            </li>
          ))}
        </ul>
        <div className="block-verdict">
          {chosen.length === 0 && <p role="status">{t('plenum:blockNone')}</p>}
          <VerdictFields draft={draft} onChange={setDraft} showsFaults={showsFaults} />
        </div>
      </div>
    </EditDialog>
  )
}
