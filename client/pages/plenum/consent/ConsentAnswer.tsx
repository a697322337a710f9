import { useEffect, useId, useRef, useState } from 'react'
import { hasVisibleText } from '#shared/note.ts'
import type { ResultId } from '#shared/ids.ts'
import type { ConsentBallot } from '#shared/plenum/consent.ts'
import { maxReasonLength, type ConsentView } from '#shared/plenum/consentAnswer.ts'
import { readDecidedText } from '#shared/report/decidedText.ts'
import { labelOf, type ConsentOption, type EventPlan } from '#shared/template.ts'
import type { ConsentOutbox } from '../../../sync/consentOutbox.ts'
import { useStore } from '../../../sync/useStore.ts'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FieldError } from '../../../ui/FieldError.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useLanguage } from '../../../ui/useLanguage.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { Refused } from '../Refused.tsx'
import { optionIcon } from './optionIcon.ts'

/** Said on purpose: not about one result. */
const whole = 'whole block'

type ConsentAnswerProps = {
  readonly consent: ConsentView
  readonly plan: EventPlan
  readonly outbox: ConsentOutbox
  readonly nameOf: (id: ResultId) => string | null
  /** What is written and not sent. */
  readonly onDraft: (draft: ConsentBallot | null) => void
}

/** Four large buttons; a reason where one is asked for. What was sent is confirmed, and may be changed. */
export function ConsentAnswer({ consent, plan, outbox, nameOf, onDraft }: ConsentAnswerProps) {
  const t = useTexts()
  const language = useLanguage()
  const id = useId()
  const state = useStore(outbox.state)
  const own = state?.waiting ?? consent.mine
  const [option, setOption] = useState<ConsentOption | null>(null)
  const [reason, setReason] = useState('')
  const [about, setAbout] = useState('')
  const [isAsked, setAsked] = useState(false)
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const list = useRef<HTMLSelectElement>(null)
  const result = about === '' || about === whole ? null : (about as ResultId)
  // An objection holds up what it is about: nobody stops a whole block by not choosing.
  const mustChoose = option?.blocks === true && consent.results.length > 1
  useEffect(() => {
    onDraft(option && hasVisibleText(reason) ? { option: option.id, reason: reason.trim(), result } : null)
  }, [onDraft, option, reason, result])

  const choose = (one: ConsentOption) => {
    setAsked(false)
    if (!one.needsReason && !one.blocks) {
      setOption(null)
      return outbox.set({ option: one.id, reason: '', result: null })
    }
    if (option === null && own?.reason && own.option === one.id) {
      setReason(own.reason)
      setAbout(own.result ?? (one.blocks ? whole : ''))
    }
    setOption(one)
    if (one.blocks !== option?.blocks && about === whole) setAbout('')
    requestAnimationFrame(() => field.current?.focus())
  }
  const length = [...reason.trim()].length
  const isMissing = option?.needsReason === true && !hasVisibleText(reason)
  const error =
    length > maxReasonLength
      ? t('consent:reasonLong', { length, most: maxReasonLength })
      : isAsked && isMissing && t(option?.blocks ? 'consent:objectionMissing' : 'consent:reasonMissing')
  const isAboutMissing = isAsked && mustChoose && about === ''
  const send = () => {
    setAsked(true)
    if (mustChoose && about === '') return list.current?.focus()
    if (!option || isMissing || length > maxReasonLength) return field.current?.focus()
    outbox.set({ option: option.id, reason: reason.trim(), result })
    setOption(null)
  }
  const chosen = option?.id ?? own?.option
  const labelled = (which: string | undefined) => {
    const found = plan.consent.find((one) => one.id === which)
    return found ? labelOf(found, language) : ''
  }
  return (
    <div className="consent-answer">
      <div className="consent-options" role="group" aria-label={t('consent:options')}>
        {plan.consent.map((one) => (
          <button
            key={one.id}
            type="button"
            className="consent-option"
            aria-pressed={chosen === one.id}
            onClick={() => choose(one)}
          >
            <Icon name={optionIcon(one, plan.consent)} />
            <span>
              <strong>{labelOf(one, language)}</strong>
              {one.meaning && <span lang={plan.language}>{one.meaning}</span>}
            </span>
            {chosen === one.id && <Icon name="circle-check" className="consent-mark" />}
          </button>
        ))}
      </div>
      {option && (
        <form
          // What is written here is not led away from.
          data-holds
          className="consent-reason"
          onSubmit={(event) => {
            event.preventDefault()
            send()
          }}
        >
          {consent.results.length > 1 && (
            <div className="field">
              <label htmlFor={id}>{t('consent:about')}</label>
              <select
                ref={list}
                id={id}
                aria-invalid={isAboutMissing || undefined}
                aria-describedby={`${id}-error`}
                className="input"
                value={about}
                onChange={(event) => setAbout(event.target.value)}
              >
                {mustChoose && <option value="">{t('consent:choose')}</option>}
                <option value={mustChoose ? whole : ''}>{t('consent:wholeBlock')}</option>
                {consent.results.map((one) => (
                  <option key={one.id} value={one.id}>
                    {[nameOf(one.id), readDecidedText(one.text)?.title].filter(Boolean).join(' ')}
                  </option>
                ))}
              </select>
              <FieldError id={`${id}-error`}>{isAboutMissing && t('consent:aboutMissing')}</FieldError>
            </div>
          )}
          <Field
            ref={field}
            label={t(option.blocks ? 'consent:change' : 'consent:reason')}
            hint={t('consent:reasonHint', { most: maxReasonLength })}
            value={reason}
            onChange={setReason}
            multiline
            rows={3}
            error={error}
          />
          <Button variant="primary" type="submit" wide>
            {t('consent:send', { option: labelOf(option, language) })}
          </Button>
        </form>
      )}
      <Refused error={state?.refused ?? null} />
      <p className="hint">{t('consent:secret')}</p>
      <p className="consent-said" role="status">
        {state?.waiting
          ? t(state.isOffline ? 'consent:waiting' : 'consent:sending')
          : consent.mine && t('consent:arrived', { option: labelled(consent.mine.option) })}
      </p>
    </div>
  )
}
