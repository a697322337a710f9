import type { Result } from '#shared/result.ts'
import { useLanguage } from '../../../ui/useLanguage.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { dueText, leadText } from './factText.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'

/** What is decided beside the wording: levels, lead and due date on one line. */
export function FactLine({ result }: { readonly result: Result }) {
  const t = useTexts()
  const language = useLanguage()
  const { plan } = usePlenumPlace()
  const all = t('app:allLevels')
  const facts = [
    [t('plenum:levels'), leadText({ levels: result.levels, text: null }, plan, language, all)],
    [t('plenum:lead'), leadText(result.lead, plan, language, all)],
    [t('plenum:due'), dueText(result.due, language)],
  ].filter(([, text]) => text)
  if (facts.length === 0) return null
  return <span className="hint num">{facts.map(([name, text]) => `${name}: ${text}`).join(' · ')}</span>
}
