import { kindOf, labelOf, type EventPlan } from '#shared/template.ts'
import { BlocksText } from '../../ui/BlocksText.tsx'
import { KindIcon } from '../../ui/KindIcon.tsx'
import { LevelTags } from '../../ui/LevelTags.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import type { SheetNote } from '../across/groupSheet.ts'

type SheetNotesProps = { readonly plan: EventPlan; readonly rows: readonly SheetNote[] }

/** Number, kind, text, level and points of each card. */
export function SheetNotes({ plan, rows }: SheetNotesProps) {
  const t = useTexts()
  const language = useLanguage()
  return (
    <ol className="talk-notes">
      {rows.map(({ ref, note, number, points }) => {
        const kind = kindOf(plan, note.kind)
        return (
          <li key={ref} data-paper={kind.paper}>
            <p className="talk-note-head">
              <KindIcon kind={kind} size={18} />
              <strong className="num">{number ?? t('app:numberPending')}</strong>
              <span>{labelOf(kind, language)}</span>
              <LevelTags plan={plan} levels={note.levels} className="talk-levels" />
              {points !== null && (
                <span className="num talk-points">{t('across:points', { count: points })}</span>
              )}
            </p>
            <BlocksText blocks={note.blocks} className="talk-text" />
          </li>
        )
      })}
    </ol>
  )
}
