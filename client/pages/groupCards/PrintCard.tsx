import type { Note } from '#shared/board.ts'
import { kindOf, labelOf, type EventPlan, type Group } from '#shared/template.ts'
import { BlocksText } from '../../ui/BlocksText.tsx'
import { paperStyle } from './paperStyle.ts'
import { classNames } from '../../ui/classNames.ts'
import { KindIcon } from '../../ui/KindIcon.tsx'
import { LevelTags } from '../../ui/LevelTags.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'

type PrintCardProps = {
  readonly plan: EventPlan
  readonly group: Group
  readonly note: Note
  readonly number: string | null
}

/** One card on paper: number, kind, the whole text, levels, and which question it belongs to. */
export function PrintCard({ plan, group, note, number }: PrintCardProps) {
  const t = useTexts()
  const language = useLanguage()
  const kind = kindOf(plan, note.kind)
  const question = group.questions.find(({ id }) => id === note.question)
  return (
    <article
      className={classNames('print-card', note.forPlenum !== null && 'marked')}
      style={paperStyle(kind.paper)}
    >
      <p className="print-card-head">
        <KindIcon kind={kind} />
        <strong>{kind.letter}</strong>
        <strong className="num">{number ?? t('app:numberPending')}</strong>
        <span>{labelOf(kind, language)}</span>
        {note.forPlenum !== null && <span className="print-mark">{t('app:forPlenum')}</span>}
      </p>
      <div className="print-card-text">
        {note.isEmpty ? <p className="muted">{t('app:emptyNote')}</p> : <BlocksText blocks={note.blocks} />}
      </div>
      <p className="print-card-foot" lang={plan.language}>
        {question ? (
          <span>
            <strong className="num">{question.id}</strong> {question.text}
          </span>
        ) : (
          <span>{t('group:parkingTitle')}</span>
        )}
        <LevelTags plan={plan} levels={note.levels} className="levels" />
      </p>
    </article>
  )
}
