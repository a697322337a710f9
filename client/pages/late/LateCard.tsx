import { useState } from 'react'
import type { LateAnswer, LateEnding, LateRow } from '#shared/day/collectAnswers.ts'
import type { EventPlan } from '#shared/template.ts'
import { call } from '../../sync/call.ts'
import { keys, queryClient } from '../../sync/records.ts'
import { Button } from '../../ui/Button.tsx'
import { GroupBadge } from '../../ui/GroupBadge.tsx'
import { Message } from '../../ui/Message.tsx'
import { toast } from '../../ui/toast.ts'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { clockText, momentIn } from '../eventTime.ts'
import { useCommand } from '../plenum/useCommand.ts'
import { DiscardDialog } from './DiscardDialog.tsx'
import { LateChangeView } from './LateChangeView.tsx'

type LateCardProps = { readonly row: LateRow; readonly plan: EventPlan }

/** One late edit with all that it would change, and the three ways to deal with it. */
export function LateCard({ row, plan }: LateCardProps) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const command = useCommand()
  const [isDiscarding, setDiscarding] = useState(false)
  const place =
    row.place === 'plenum' ? t('collecting:latePlenum') : t('collecting:lateGroup', { group: row.place })
  const said = { accepted: 'accepted', noted: 'noted', discarded: 'discardedLate' } as const
  const settle = (how: LateEnding, reason = '') =>
    command.run(async () => {
      try {
        const answer = await call<LateAnswer>('POST', `/api/late/${encodeURIComponent(row.id)}`, {
          how,
          reason,
        })
        queryClient.setQueryData(keys.late, answer)
      } catch (fault) {
        // Somebody was faster, or more has come.
        void queryClient.invalidateQueries({ queryKey: keys.late })
        throw fault
      }
      toast(`${row.name}: ${t(`collecting:${said[how]}`)}`)
      // The card is gone: the focus goes on to what is left.
      setTimeout(() => document.getElementById('late')?.focus({ preventScroll: true }))
    })
  const isBesideAnother = row.changes.some((change) => change.kind === 'note' && changesText(change))
  const isOff = command.isBusy || undefined
  return (
    <article className="late-card" aria-label={`${row.name}, ${place}`}>
      <header>
        <GroupBadge letter={row.place === 'plenum' ? 'P' : row.place} size="small" />
        <p>
          <strong>{place}</strong>
          <span className="muted">
            {t('collecting:lateBy', {
              name: row.name,
              time: clockText(momentIn(plan.timezone, row.at).time),
            })}
          </span>
        </p>
      </header>
      {row.isBroken && <Message tone="wait">{t('collecting:lateBroken')}</Message>}
      {!row.isBroken && row.changes.length === 0 && <p className="muted">{t('collecting:lateNothing')}</p>}
      {row.changes.map((change, at) => (
        <LateChangeView key={at} change={change} plan={plan} />
      ))}
      <div className="late-ways">
        {!row.isBroken && (
          <Button
            icon="check"
            aria-disabled={isOff}
            title={t('collecting:acceptHint')}
            onClick={() => void settle('accepted')}
          >
            {t('collecting:accept')}
          </Button>
        )}
        {isBesideAnother && row.place !== 'plenum' && (
          <Button
            icon="sticky-note"
            aria-disabled={isOff}
            title={t('collecting:noteHint')}
            onClick={() => void settle('noted')}
          >
            {t('collecting:note')}
          </Button>
        )}
        <Button
          variant="quiet"
          aria-disabled={isOff}
          aria-haspopup="dialog"
          onClick={() => setDiscarding(true)}
        >
          {t('collecting:discardLate')}
        </Button>
      </div>
      {command.error !== null && (
        <Message tone="bad" live>
          {refusalText(command.error)}
        </Message>
      )}
      <DiscardDialog
        isOpen={isDiscarding}
        onClose={() => setDiscarding(false)}
        onDiscard={(reason) => {
          setDiscarding(false)
          void settle('discarded', reason)
        }}
      />
    </article>
  )
}

/** A new note stands beside nothing: accepting it is the same. */
const changesText = ({ before, after }: Extract<LateRow['changes'][number], { kind: 'note' }>): boolean =>
  before !== null && after !== null && JSON.stringify(before.blocks) !== JSON.stringify(after.blocks)
