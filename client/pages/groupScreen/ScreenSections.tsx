import { memo } from 'react'
import type { NoteId } from '#shared/ids.ts'
import { kindOf, labelOf, type EventPlan } from '#shared/template.ts'
import type { BoardStore } from '../../board/boardStore.ts'
import { useNote } from '../../board/useNote.ts'
import type { ReadBoard } from '../../board/useReadBoard.ts'
import { classNames } from '../../ui/classNames.ts'
import { KindIcon } from '../../ui/KindIcon.tsx'
import { LevelTags } from '../../ui/LevelTags.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { FadingText } from '../plenum/result/FadingText.tsx'
import type { ScreenView } from './screenViews.ts'
import { withoutLinks } from './withoutLinks.ts'

type ScreenSectionsProps = {
  readonly board: ReadBoard
  readonly plan: EventPlan
  readonly view: ScreenView
  /** Totals of a vote that is closed. */
  readonly pointsOf?: ((note: NoteId) => number | null) | undefined
}

/** Clusters with their headings, and their notes in full. */
export function ScreenSections({ board, plan, view, pointsOf }: ScreenSectionsProps) {
  const t = useTexts()
  return view.sections.map(({ id, title, notes }) => (
    <section key={id} aria-label={title === null ? undefined : title || t('group:clusterUntitled')}>
      {title !== null && (
        <h2 dir="auto" className={title ? undefined : 'untitled'}>
          {title || t('group:clusterUntitled')}
        </h2>
      )}
      {title === null && view.sections.length > 1 && <h2 className="untitled">{t('group:notSorted')}</h2>}
      {notes.map((note) => (
        <ScreenNote
          key={note}
          id={note}
          plan={plan}
          store={board.store}
          number={board.numberOf(note)}
          points={pointsOf?.(note) ?? null}
        />
      ))}
    </section>
  ))
}

type ScreenNoteProps = {
  readonly id: NoteId
  readonly plan: EventPlan
  readonly store: BoardStore
  readonly number: string | null
  readonly points: number | null
}

const ScreenNote = memo(function ScreenNote({ id, plan, store, number, points }: ScreenNoteProps) {
  const t = useTexts()
  const language = useLanguage()
  const note = useNote(store, id)
  if (!note) return null
  const kind = kindOf(plan, note.kind)
  const isMarked = note.forPlenum !== null
  const name = number ?? t('app:numberPending')
  return (
    <article
      className={classNames('screen-note', isMarked && 'marked')}
      data-paper={kind.paper}
      aria-label={classNames(labelOf(kind, language), name)}
    >
      <p className="screen-head num">
        <KindIcon kind={kind} />
        <strong aria-hidden="true">{kind.letter}</strong>
        <span className="vh">{labelOf(kind, language)}</span>
        <span>{name}</span>
        {isMarked && <span className="vh">{t('app:forPlenum')}</span>}
        {points !== null && <strong>{t('beamer:points', { count: points })}</strong>}
        <LevelTags plan={plan} levels={note.levels} className="levels" />
      </p>
      {note.isEmpty ? (
        <p className="none">{t('app:emptyNote')}</p>
      ) : (
        <FadingText blocks={withoutLinks(note.blocks)} />
      )}
    </article>
  )
})
