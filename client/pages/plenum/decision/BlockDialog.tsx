import { useState, useSyncExternalStore } from 'react'
import type { GroupId, ResultId } from '#shared/ids.ts'
import { decidedText } from '#shared/result.ts'
import { openConsent } from '../../../sync/consents.ts'
import { BlocksText } from '../../../ui/BlocksText.tsx'
import { Button } from '../../../ui/Button.tsx'
import { toast } from '../../../ui/toast.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { EditDialog } from '../EditDialog.tsx'
import { decide, withdrawDecision } from '../plenumCommands.ts'
import { spokenName } from '../outline/plenumOutline.ts'
import { FactLine } from '../result/FactLine.tsx'
import { StateMark } from '../outline/StateMark.tsx'
import { untilStored } from '../untilStored.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'
import { useBlock } from './useBlock.ts'
import { VerdictFields } from './VerdictFields.tsx'
import { newVerdict, verdictOf } from './verdictDraft.ts'

type BlockDialogProps = { readonly group: GroupId; readonly onClose: () => void }

const becauseTexts = {
  objection: 'consent:whyObjection',
  discuss: 'consent:whyDiscuss',
  proposal: 'consent:whyProposal',
} as const

/** What is undisputed is decided at once, with the exact texts: everyone is asked, or counted numbers are entered. */
export function BlockDialog({ group, onClose }: BlockDialogProps) {
  const t = useTexts()
  const { plan, wordings: store, room, command } = usePlenumPlace()
  const wordings = useSyncExternalStore(store.subscribe, store.get)
  const { block: items, singly } = useBlock(group)
  const [left, setLeft] = useState<readonly ResultId[]>(
    items.filter(({ standing }) => standing.changed).map(({ result }) => result.id),
  )
  const [draft, setDraft] = useState(newVerdict)
  const [isTyping, setTyping] = useState(plan.consent.length === 0)
  const [showsFaults, setShowsFaults] = useState(false)
  const chosen = items.filter(({ result }) => !left.includes(result.id))
  const toggle = (id: ResultId) =>
    setLeft((ids) => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]))

  const save = () => {
    const verdict = verdictOf(draft, plan.consent)
    setShowsFaults(verdict === null)
    if (chosen.length === 0 || (isTyping && !verdict)) return false
    const results = chosen.map(({ result }) => ({
      id: result.id,
      text: decidedText(result, wordings.get(result.id) ?? []),
    }))
    const stored = untilStored(room)
    if (!isTyping || !verdict) return stored.then(() => openConsent(results))
    return stored
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
      title={t('consent:blockTitle', { group })}
      save={
        isTyping
          ? t('plenum:recordBlock', { count: chosen.length })
          : t('consent:askBlock', { count: chosen.length })
      }
      leave={t('consent:blockNo')}
      onSave={save}
      onClose={onClose}
    >
      <p className="muted">{t('consent:blockText')}</p>
      <div className="block-columns" data-typing={isTyping || undefined}>
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
          {chosen.length === 0 && <p role="status">{t('consent:blockNone')}</p>}
          {singly.length > 0 && (
            <div>
              <p className="muted">{t('consent:singly')}</p>
              <ul>
                {singly.map(({ item, because }) => (
                  <li key={item.result.id}>
                    <strong dir="auto">{spokenName(item)}</strong>{' '}
                    <span className="hint">{t(becauseTexts[because])}</span>
                  </li>
                ))}
              </ul>
            </div>
          )}
          {isTyping ? (
            <VerdictFields draft={draft} onChange={setDraft} showsFaults={showsFaults} isOver={false} />
          ) : (
            <Button variant="quiet" size="small" className="type-in" onClick={() => setTyping(true)}>
              {t('consent:typeIn')}
            </Button>
          )}
        </div>
      </div>
    </EditDialog>
  )
}
