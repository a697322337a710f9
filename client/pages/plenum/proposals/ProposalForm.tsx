import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import { proposalLimits } from '#shared/plenum/proposal.ts'
import { hunkBetween, hunksBetween, type Hunk } from '#shared/plenum/proposalHunks.ts'
import { placeOf } from '#shared/plenum/proposalPlace.ts'
import { cleanText } from '#shared/note.ts'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Message } from '../../../ui/Message.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { Difference } from './Difference.tsx'
import type { Begun } from './keptProposal.ts'

type ProposalFormProps = {
  /** How people call the result. */
  readonly name: string
  /** The text of now. */
  readonly current: string
  readonly begun: Begun
  readonly onChange: (begun: Begun) => void
  readonly onSend: (changes: readonly (Hunk & { readonly base: string; readonly reason: string })[]) => void
  readonly onClose: () => void
  readonly onDrop: () => void
}

/** More places than this are one long change. */
const mostPlaces = 5

const placesOf = ({ base, after }: Begun): readonly Hunk[] => {
  const places = hunksBetween(base, cleanText(after))
  const whole = hunkBetween(base, cleanText(after))
  return places.length > mostPlaces && whole ? [whole] : places
}

/** Other words: people change the text itself, and see what that comes to. */
export function ProposalForm(props: ProposalFormProps) {
  const { name, current, begun, onChange, onSend, onClose, onDrop } = props
  const t = useTexts()
  const id = useId()
  const [wasSent, setSent] = useState(false)
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null)
  const { base, after, reason } = begun
  const places = placesOf(begun)
  const isLost = places.some((place) => placeOf({ base, ...place }, current).state === 'lost')
  const isLong = (text: string, most: number) => [...text].length > most
  const textError = places.some(({ text }) => isLong(text, proposalLimits.text))
    ? t('proposals:tooLong', { most: proposalLimits.text })
    : wasSent && places.length === 0
      ? t('proposals:previewNone')
      : undefined
  const reasonError = isLong(reason, proposalLimits.reason)
    ? t('proposals:tooLong', { most: proposalLimits.reason })
    : undefined

  useEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const send = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (places.length === 0 || textError || reasonError || isLost) return field.current?.focus()
    onSend(places.map((place) => ({ ...place, base, reason: reason.trim() })))
  }
  return (
    <form className="proposal-form" onSubmit={send} noValidate aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t('proposals:formTitle')}</h3>
      <Field
        label={t('proposals:text', { result: name })}
        hideLabel
        multiline
        rows={Math.min(12, 2 + Math.ceil(after.length / 36))}
        ref={field}
        value={after}
        dir="auto"
        onChange={(next) => onChange({ ...begun, after: next })}
        hint={t('proposals:formHint')}
        error={textError}
      />
      {isLost && (
        <Message
          tone="wait"
          live
          actions={
            <Button onClick={() => onChange({ base: current, after: current, reason })}>
              {t('proposals:startAnew')}
            </Button>
          }
        >
          {t('proposals:textMoved')}
        </Message>
      )}
      <div className="proposal-preview" role="group" aria-label={t('proposals:preview')}>
        {places.length === 0 ? (
          <p className="muted s">{t('proposals:previewNone')}</p>
        ) : (
          <Difference before={base} after={cleanText(after)} isShort />
        )}
        {places.length > 1 && <p className="s">{t('proposals:several', { count: places.length })}</p>}
      </div>
      <Field
        label={t('proposals:reason')}
        value={reason}
        dir="auto"
        onChange={(next) => onChange({ ...begun, reason: next })}
        hint={t('proposals:reasonHint')}
        error={reasonError}
      />
      <div className="proposal-buttons">
        <Button type="submit" variant="primary">
          {t('proposals:send')}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {t('proposals:close')}
        </Button>
        <Button variant="quiet" onClick={onDrop}>
          {t('proposals:drop')}
        </Button>
      </div>
    </form>
  )
}
