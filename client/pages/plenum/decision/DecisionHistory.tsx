import { useState, type ReactNode } from 'react'
import { decidedText, type Decision } from '#shared/result.ts'
import { labelOf } from '#shared/template.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { toast } from '../../../ui/toast.ts'
import { useLanguage } from '../../../ui/useLanguage.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { momentIn } from '../../eventTime.ts'
import { nameRanges } from '../outline/nameRanges.ts'
import { decide, withdrawDecision } from '../plenumCommands.ts'
import { spokenName, type OutlineItem } from '../outline/plenumOutline.ts'
import { Refused } from '../Refused.tsx'
import { useCommand } from '../useCommand.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'

type DecisionHistoryProps = { readonly item: OutlineItem; readonly attempts: readonly Decision[] }

/** Every decision about this result that holds, the latest first, with its counts in words. */
export function DecisionHistory({ item, attempts }: DecisionHistoryProps) {
  const t = useTexts()
  const { items, wordings, canEdit } = usePlenumPlace()
  const command = useCommand()
  const [asked, setAsked] = useState<Decision | null>(null)

  const isAsDecided = (decision: Decision) =>
    decision.results.every(({ id, text }) => {
      const one = items.find(({ result }) => result.id === id)
      return one && decidedText(one.result, wordings.get().get(id) ?? []) === text
    })
  const withdraw = async (decision: Decision) => {
    setAsked(null)
    const { results, outcome, counts, sentence } = decision
    if (!(await command.run(() => withdrawDecision(decision.id)))) return
    const again = results.map(({ id, text }) => ({ id, text }))
    toast(t('plenum:withdrawn'), {
      undo: () => void command.run(() => decide(again, { outcome, counts, sentence })),
    })
  }
  const onWithdraw = (decision: Decision) =>
    isAsDecided(decision) ? void withdraw(decision) : setAsked(decision)
  return (
    <>
      {attempts.toReversed().map((decision, at) => (
        <Attempt
          key={decision.id}
          decision={decision}
          item={item}
          at={attempts.length > 1 ? attempts.length - at : null}
          isOver={at > 0}
        >
          {canEdit && at === 0 && (
            <Button
              className="withdraw"
              size="small"
              variant="quiet"
              icon="undo-2"
              aria-disabled={command.isBusy}
              onClick={() => onWithdraw(decision)}
            >
              {t('plenum:withdraw')}
            </Button>
          )}
        </Attempt>
      ))}
      <Refused error={command.error} />
      {asked && (
        <Dialog
          isOpen
          role="alertdialog"
          onClose={() => setAsked(null)}
          title={t('plenum:withdrawTitle')}
          actions={
            <>
              <Button variant="primary" onClick={() => void withdraw(asked)}>
                {t('plenum:withdraw')}
              </Button>
              <Button onClick={() => setAsked(null)}>{t('plenum:letStand')}</Button>
            </>
          }
        >
          <p>{t('plenum:withdrawText')}</p>
        </Dialog>
      )}
    </>
  )
}

const outcomeTexts = {
  adopted: 'plenum:adopted',
  deferred: 'plenum:deferred',
  rejected: 'plenum:rejected',
  open: 'plenum:objected',
} as const

type AttemptProps = {
  readonly decision: Decision
  readonly item: OutlineItem
  readonly at: number | null
  /** It was asked about again. */
  readonly isOver: boolean
  readonly children?: ReactNode
}

function Attempt({ decision, item, at, isOver, children }: AttemptProps) {
  const t = useTexts()
  const language = useLanguage()
  const { plan, items } = usePlenumPlace()
  const outcome = t(outcomeTexts[isOver && decision.outcome === 'open' ? 'rejected' : decision.outcome])
  const { time } = momentIn(plan.timezone, decision.at)
  const others = items.filter(
    ({ result }) => result.id !== item.result.id && decision.results.some(({ id }) => id === result.id),
  )
  const isCounted = Object.keys(decision.counts).length > 0
  return (
    <section className="decision-part">
      <h3>{at === null ? outcome : t('plenum:attempt', { number: at, outcome })}</h3>
      {isCounted && (
        <dl className="tally">
          {plan.consent.map((option) => (
            <div key={option.id}>
              <dt>
                {option.blocks ? <strong>{labelOf(option, language)}</strong> : labelOf(option, language)}
              </dt>
              <dd className="num">{decision.counts[option.id] ?? 0}</dd>
            </div>
          ))}
        </dl>
      )}
      {decision.sentence && (
        <p className="decision-sentence" dir="auto">
          {decision.sentence}
        </p>
      )}
      <p className="muted s num">
        {others.length > 0
          ? t('plenum:inBlock', { time, names: nameRanges(others.map(spokenName)) })
          : t('plenum:decidedAt', { time })}
      </p>
      {children}
    </section>
  )
}
