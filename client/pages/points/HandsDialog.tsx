import { useState } from 'react'
import type { VoteView } from '#shared/day/vote.ts'
import { sendHandPoints } from '../../sync/votes.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FieldError } from '../../ui/FieldError.tsx'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useVoteItems } from './useVoteItems.ts'
import './HandsDialog.css'

type HandsDialogProps = { readonly vote: VoteView; readonly isOpen: boolean; readonly onClose: () => void }

/** Points of people without a device (Sammelpunkte), card by card. */
export function HandsDialog({ vote, isOpen, onClose }: HandsDialogProps) {
  const t = useTexts()
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('points:handsTitle')}
      actions={<Button onClick={onClose}>{t('points:done')}</Button>}
    >
      <p>{t('points:handsText')}</p>
      <ul className="hand-list">
        {vote.items.map((item) => (
          <li key={item}>
            <Hand vote={vote} item={item} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

const most = 1000

function Hand({ vote, item }: { readonly vote: VoteView; readonly item: string }) {
  const t = useTexts()
  const refusal = useRefusalText()
  const { nameOf, wordsOf } = useVoteItems()
  const name = nameOf(item)
  const [typed, setTyped] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const given = vote.byHand[item] ?? 0
  const send = () => {
    if (typed === null) return
    const points = Number(typed.trim() || '0')
    const isWhole = Number.isInteger(points) && points >= 0 && points <= most
    if (!isWhole || points === given) return setTyped(null)
    setError(null)
    void sendHandPoints(vote.id, item, points).then(
      () => setTyped(null),
      (fault: unknown) => setError(fault),
    )
  }
  return (
    <div className="hand-row">
      <label htmlFor={`hand-${item}`}>
        <b className="num">{name}</b> <span dir="auto">{wordsOf(item).slice(0, 90)}</span>
      </label>
      <input
        id={`hand-${item}`}
        className="input num"
        inputMode="numeric"
        aria-label={t('points:handsFor', { note: name })}
        value={typed ?? String(given)}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value.replace(/\D/g, ''))}
        onBlur={send}
        onKeyDown={(event) => event.key === 'Enter' && send()}
      />
      <FieldError id={`hand-${item}-error`}>{error ? refusal(error) : null}</FieldError>
    </div>
  )
}
