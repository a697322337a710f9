import type { ConsentView } from '#shared/plenum/consentAnswer.ts'
import { readDecidedText, type ResultText } from '#shared/report/decidedText.ts'
import { kindOf, labelOf, type EventPlan } from '#shared/template.ts'
import { BlocksText } from '../../../ui/BlocksText.tsx'
import { useLanguage } from '../../../ui/useLanguage.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { dueText, leadText } from '../result/factText.ts'

type ConsentTextProps = {
  readonly consent: ConsentView
  readonly plan: EventPlan
  readonly nameOf: (id: ConsentView['results'][number]['id']) => string | null
}

/** Exactly what is asked about: one text in full, a block as titles to unfold. */
export function ConsentText({ consent, plan, nameOf }: ConsentTextProps) {
  const t = useTexts()
  const texts = consent.results.map(({ id, text }) => ({ id, text: readDecidedText(text) }))
  const [first] = texts
  if (texts.length === 1 && first?.text)
    return (
      <div className="consent-text">
        <h3>
          {nameOf(first.id) && <span className="num">{nameOf(first.id)} </span>}
          <span dir="auto">{first.text.title}</span>
        </h3>
        <Wording text={first.text} plan={plan} isLarge />
      </div>
    )
  return (
    <div className="consent-text">
      <p className="hint">{t('consent:blockHint', { count: texts.length })}</p>
      <ul className="consent-block">
        {texts.map(({ id, text }) => (
          <li key={id}>
            <details>
              <summary>
                {nameOf(id) && <span className="num">{nameOf(id)} </span>}
                <span dir="auto">{text?.title}</span>
              </summary>
              {text && <Wording text={text} plan={plan} />}
            </details>
          </li>
        ))}
      </ul>
    </div>
  )
}

type WordingProps = {
  readonly text: ResultText
  readonly plan: EventPlan
  readonly isLarge?: boolean | undefined
}

function Wording({ text, plan, isLarge }: WordingProps) {
  const t = useTexts()
  const language = useLanguage()
  const all = t('app:allLevels')
  const facts = [
    [null, labelOf(kindOf(plan, text.kind), language)],
    [t('plenum:levels'), leadText({ levels: text.levels, text: null }, plan, language, all)],
    [t('plenum:lead'), leadText(text.lead, plan, language, all)],
    [t('plenum:due'), dueText(text.due, language)],
  ].filter(([, fact]) => fact)
  return (
    <>
      <div className="consent-wording" data-large={isLarge || undefined} lang={plan.language}>
        <BlocksText blocks={text.wording} />
      </div>
      <p className="hint num">
        {facts.map(([name, fact]) => (name ? `${name}: ${fact}` : fact)).join(' · ')}
      </p>
    </>
  )
}
