import { useId, useState } from 'react'
import type { ConsentView } from '#shared/plenum/consentAnswer.ts'
import { labelOf, type EventPlan } from '#shared/template.ts'
import { breakConsent, closeConsent, extendConsent, sendHands } from '../../../sync/consents.ts'
import { Button } from '../../../ui/Button.tsx'
import { FieldError } from '../../../ui/FieldError.tsx'
import { useLanguage } from '../../../ui/useLanguage.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { readCount } from '../decision/verdictDraft.ts'
import { Refused } from '../Refused.tsx'
import { useCommand } from '../useCommand.ts'

type ConsentDeskProps = { readonly consent: ConsentView; readonly plan: EventPlan }

/** For who leads: how many have answered, more time, hands in the room, and the end. */
export function ConsentDesk({ consent, plan }: ConsentDeskProps) {
  const t = useTexts()
  const command = useCommand()
  const { id, endsAt, answered } = consent
  return (
    <div className="consent-desk">
      {answered && (
        <>
          <p className="num">
            <strong>{t('consent:answered', { count: answered.count, all: answered.of })}</strong>
          </p>
          <progress
            className="consent-bar"
            aria-hidden
            value={answered.count}
            max={Math.max(1, answered.of)}
          />
        </>
      )}
      <Refused error={command.error} />
      <div className="consent-buttons">
        <Button
          variant="primary"
          aria-disabled={command.isBusy}
          onClick={() => void command.run(() => closeConsent(id))}
        >
          {t('consent:close')}
        </Button>
        <Button
          icon="plus"
          aria-disabled={command.isBusy}
          onClick={() => void command.run(() => extendConsent(id, endsAt))}
        >
          {t('consent:extend')}
        </Button>
        <Button
          variant="quiet"
          aria-disabled={command.isBusy}
          onClick={() => void command.run(() => breakConsent(id))}
        >
          {t('consent:breakOff')}
        </Button>
      </div>
      <Hands consent={consent} plan={plan} />
      <p className="hint">{t('consent:notVoting')}</p>
    </div>
  )
}

/** People without a device: counted in the room, for each answer. */
function Hands({ consent, plan }: ConsentDeskProps) {
  const t = useTexts()
  const language = useLanguage()
  const id = useId()
  const command = useCommand()
  const [draft, setDraft] = useState<Readonly<Record<string, string>>>({})
  const [isKept, setKept] = useState(false)
  const shown = (option: string) =>
    draft[option] ?? (consent.hands[option] ? String(consent.hands[option]) : '')
  const isWrong = plan.consent.some((option) => readCount(shown(option.id)) === 'wrong')
  const save = async () => {
    if (isWrong) return
    const hands = plan.consent.map((option) => [option.id, Number(readCount(shown(option.id)) ?? 0)] as const)
    if (await command.run(() => sendHands(consent.id, Object.fromEntries(hands)))) {
      setDraft({})
      setKept(true)
    }
  }
  return (
    <details className="consent-hands">
      <summary>{t('consent:hands')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <p className="hint">{t('consent:handsHint')}</p>
        {plan.consent.map((option) => (
          <div key={option.id} className="vote-count">
            <label htmlFor={`${id}-${option.id}`}>{labelOf(option, language)}</label>
            <input
              id={`${id}-${option.id}`}
              className="input num"
              inputMode="numeric"
              autoComplete="off"
              maxLength={5}
              value={shown(option.id)}
              onChange={(event) => {
                setKept(false)
                setDraft({ ...draft, [option.id]: event.target.value })
              }}
            />
          </div>
        ))}
        <FieldError id={`${id}-error`}>{isWrong && t('consent:countWrong')}</FieldError>
        <Refused error={command.error} />
        <Button type="submit" size="small" aria-disabled={command.isBusy || isWrong}>
          {t('consent:handsKeep')}
        </Button>
        <p className="hint" role="status">
          {isKept && t('consent:handsKept')}
        </p>
      </form>
    </details>
  )
}
