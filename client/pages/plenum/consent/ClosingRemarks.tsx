import { Link } from 'react-router'
import { isObjection, remarkOptions } from '#shared/plenum/remark.ts'
import { labelOf } from '#shared/template.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useLanguage } from '../../../ui/useLanguage.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { spokenName } from '../outline/plenumOutline.ts'
import { viewPath } from '../plenumView.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'
import '../result/Remarks.css'

/** Everything that was said against results, in the order of its numbers, and which objections still want an answer. */
export function ClosingRemarks() {
  const t = useTexts()
  const language = useLanguage()
  const { answer, items, plan } = usePlenumPlace()
  const options = remarkOptions(plan)
  const all = answer.remarks
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .toSorted((a, b) => a.number - b.number)
  if (all.length === 0) return null
  return (
    <section className="closing-part sheet" aria-labelledby="closing-remarks">
      <h3 id="closing-remarks">{t('consent:notes')}</h3>
      <ul className="remarks">
        {all.map((remark) => {
          const item = items.find(({ result }) => result.id === remark.result)
          const option = options.find(({ id }) => id === remark.option)
          const isOpen = isObjection(remark, plan) && remark.settled === null
          return (
            <li key={remark.id} data-open={isOpen || undefined}>
              <p className="hint">
                {item && (
                  <Link to={viewPath({ kind: 'result', id: item.result.id })}>{spokenName(item)}</Link>
                )}
                {t('consent:noteOf', {
                  number: remark.number,
                  option: option ? labelOf(option, language) : remark.option,
                })}
                {remark.isOfBlock && `, ${t('consent:ofBlock')}`}
              </p>
              <p dir="auto" className="remark-text">
                {remark.text}
              </p>
              {isOpen && (
                <p className="remark-state">
                  <Icon name="message-square-warning" size={17} />
                  {t('consent:unsettled')}
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
