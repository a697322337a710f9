import { labelOf, type EventPlan, type Group } from '#shared/template.ts'
import { KindIcon } from '../../ui/KindIcon.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { paperStyle } from './paperStyle.ts'

export const blanksAPage = 8
const rows = [0, 1, 2, 3]
const columns = [0, 1]
const lines = [0, 1, 2, 3, 4]

type BlankCardsProps = { readonly plan: EventPlan; readonly group: Group }

/** A page for each question, to be written by hand and typed in later. */
export function BlankCards({ plan, group }: BlankCardsProps) {
  const t = useTexts()
  const language = useLanguage()
  return group.questions.map((question) => (
    <section key={question.id} className="print-sheet" aria-labelledby={`blank-${question.id}`}>
      <div className="print-sheet-head">
        <h2 id={`blank-${question.id}`} lang={plan.language}>
          <span className="num">{question.id}</span> {question.text}
        </h2>
        <p className="print-legend">
          {plan.noteKinds.map((kind) => (
            <span key={kind.id}>
              <KindIcon kind={kind} size={14} /> <strong>{kind.letter}</strong> {labelOf(kind, language)}
            </span>
          ))}
        </p>
      </div>
      {rows.map((row) => (
        <div key={row} className="print-row" aria-hidden={row > 0}>
          {columns.map((column) => (
            <div key={column} className="print-card blank" style={paperStyle('white')}>
              <p className="print-card-head">
                <strong className="num">{question.id}</strong>
                <span className="print-number num">{group.id}-____</span>
              </p>
              <div className="print-lines" aria-hidden="true">
                {lines.map((line) => (
                  <span key={line} />
                ))}
              </div>
              <p className="print-card-foot">
                <Ticks
                  words={plan.noteKinds.map(({ id, letter }) => [id, letter])}
                  label={t('readout:blankKind')}
                />
                <Ticks
                  words={plan.levels.map(({ id, short }) => [id, short])}
                  label={t('readout:blankLevels')}
                />
              </p>
            </div>
          ))}
        </div>
      ))}
    </section>
  ))
}

type TicksProps = { readonly words: readonly (readonly [string, string])[]; readonly label: string }

/** Boxes to tick by pen. */
function Ticks({ words, label }: TicksProps) {
  if (words.length === 0) return null
  return (
    <span className="print-ticks">
      <span className="vh">{label}: </span>
      {words.map(([id, word]) => (
        <span key={id}>
          <i className="print-tick" />
          {word}
        </span>
      ))}
    </span>
  )
}
