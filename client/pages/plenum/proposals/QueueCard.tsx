import { useEffect, useId, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { proposalLimits } from '#shared/plenum/proposal.ts'
import { applyHunk } from '#shared/plenum/proposalHunks.ts'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { ProposalDifference, ProposalFate } from './ProposalFate.tsx'
import type { Settlement } from './proposalRecords.ts'
import type { Queued } from './queueOrder.ts'
import { TextForm } from './TextForm.tsx'

export type QueueCardProps = {
  readonly entry: Queued
  readonly current: string
  readonly isShown: boolean
  readonly isBusy: boolean
  /** Reached by Tab; the others by the arrows. */
  readonly isStop: boolean
  readonly ref: Ref<HTMLLIElement>
  readonly onFocus: () => void
  readonly onSettle: (settlement: Settlement) => void
  readonly onShow: () => void
}

/** One proposal as those who lead the Plenum settle it, with one click or one key. */
export function QueueCard(props: QueueCardProps) {
  const { entry, current, isShown, isBusy, isStop, ref, onFocus, onSettle, onShow } = props
  const { one, number, place, hunk, collides } = entry
  const t = useTexts()
  const id = useId()
  const [isOpen, setOpen] = useState<'adapt' | 'decline' | null>(null)
  const [reason, setReason] = useState('')
  const isLost = place === 'lost'
  // Somebody else has settled it: whoever was at one of its buttons is still at it.
  const hadFocus = useRef(false)
  useEffect(() => {
    if (one.state !== 'open' && hadFocus.current) document.getElementById(id)?.focus()
  }, [one.state, id])
  // Measured once, when writing begins.
  const [start, setStart] = useState(0)
  const adapt = () => {
    setStart(hunk ? hunk.from + hunk.text.length : current.length)
    setOpen('adapt')
  }
  const settle = (settlement: Settlement) => !isBusy && onSettle(settlement)
  const take = () => !isLost && settle({ how: 'taken' })
  const decline = (why = '') => settle({ how: 'declined', reason: why.trim() })
  const actions: Readonly<Record<string, () => void>> = {
    '1': take,
    '2': adapt,
    '3': () => decline(),
    '4': onShow,
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isOpen !== null || one.state !== 'open') return
    const action = actions[event.key]
    if (!action) return
    event.preventDefault()
    action()
  }
  const close = () => {
    setOpen(null)
    setTimeout(() => document.getElementById(id)?.focus())
  }
  const key = (name: string) => (
    <kbd className="proposal-key" aria-hidden>
      {name}
    </kbd>
  )
  return (
    // The arrows lead from card to card, and its keys settle it; everything they do is a button in it as well.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className="proposal-card"
      id={id}
      ref={ref}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={isStop ? 0 : -1}
      aria-labelledby={`${id}-name`}
      data-lost={isLost || undefined}
      onFocus={() => {
        hadFocus.current = true
        onFocus()
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget) hadFocus.current = false
      }}
      onKeyDown={onKeyDown}
    >
      <p className="proposal-author" id={`${id}-name`}>
        <span className="vh">{t('proposals:nameOf', { number, author: one.author })}</span>
        <span aria-hidden>
          <span className="num">{t('proposals:number', { number })}</span> <bdi>{one.author}</bdi>
        </span>
      </p>
      {/* Beside the name: what others do adds no line. */}
      {one.state === 'open' && (
        <p className="proposal-flags" id={`${id}-flags`}>
          {collides.length > 0 && (
            <span className="proposal-collides">
              <Icon name="split" size={17} />
              {t('proposals:collidesWith', {
                numbers: collides.map((each) => t('proposals:number', { number: each })).join(', '),
              })}
            </span>
          )}
          {place !== 'fits' && <span>{t(isLost ? 'proposals:lost' : 'proposals:moved')}</span>}
        </p>
      )}
      {one.state === 'open' && (
        <Button
          size="small"
          variant="quiet"
          icon="presentation"
          className="proposal-wall"
          aria-keyshortcuts="4"
          aria-pressed={isShown}
          onClick={onShow}
        >
          {t(isShown ? 'proposals:shown' : 'proposals:show')} {key('4')}
        </Button>
      )}
      <ProposalDifference one={one} current={current} />
      {one.reason && (
        <p className="proposal-reason" dir="auto">
          {t('proposals:becauseOf', { reason: one.reason })}
        </p>
      )}
      {one.state !== 'open' && (
        <div className="proposal-buttons">
          <ProposalFate one={one} current={current} />
        </div>
      )}
      {one.state === 'open' && isOpen === null && (
        <div className="proposal-buttons">
          <Button
            size="small"
            aria-disabled={isLost || isBusy}
            aria-keyshortcuts="1"
            {...(isLost ? { 'aria-describedby': `${id}-flags` } : {})}
            onClick={take}
          >
            {t('proposals:take')} {key('1')}
          </Button>
          <Button size="small" aria-keyshortcuts="2" onClick={adapt}>
            {t('proposals:adapt')} {key('2')}
          </Button>
          <Button size="small" aria-keyshortcuts="3" aria-disabled={isBusy} onClick={() => decline()}>
            {t('proposals:decline')} {key('3')}
          </Button>
          <Button size="small" variant="quiet" onClick={() => setOpen('decline')}>
            {t('proposals:declineWith')}
          </Button>
        </div>
      )}
      {isOpen === 'adapt' && (
        <TextForm
          current={current}
          text={hunk ? applyHunk(current, hunk) : current}
          caret={start}
          onSave={(text, base) => settle({ how: 'adapted', base, text })}
          onClose={close}
        />
      )}
      {isOpen === 'decline' && (
        <form
          className="proposal-answer"
          onSubmit={(event) => {
            event.preventDefault()
            decline(reason)
          }}
        >
          <Field
            label={t('proposals:declineReason')}
            value={reason}
            onChange={setReason}
            maxLength={proposalLimits.reason}
            autoFocus
            dir="auto"
          />
          <div className="proposal-buttons">
            <Button type="submit" size="small" aria-disabled={isBusy}>
              {t('proposals:decline')}
            </Button>
            <Button size="small" variant="quiet" onClick={close}>
              {t('proposals:back')}
            </Button>
          </div>
        </form>
      )}
    </li>
  )
}
