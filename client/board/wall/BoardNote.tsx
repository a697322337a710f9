import type { NodeProps } from '@xyflow/react'
import { memo, useMemo, useRef, useSyncExternalStore } from 'react'
import type { Note } from '#shared/board.ts'
import { plainText } from '#shared/note.ts'
import { hasAllLevels, kindOf, labelOf, levelNames } from '#shared/template.ts'
import { classNames } from '../../ui/classNames.ts'
import { fetchedApart } from '../../ui/fetchedApart.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { NoteCard } from '../../ui/NoteCard.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { isSameData, type NoteNode } from './boardNodes.ts'
import { CardText } from './CardText.tsx'
import { useCardText } from './useCardText.ts'
import { NoteMenu } from '../NoteMenu.tsx'
import { MergedFrom } from '../relating/MergedFrom.tsx'
import { NoteMarks } from '../relating/NoteMarks.tsx'
import { useOriginals } from '../relating/useOriginals.ts'
import { useRelatingWords } from '../relating/useRelatingWords.ts'
import { useIsChosen, useIsDimmed } from '../choosing/useChoosing.ts'
import { useBoardPlace, useIsEditing, useIsUnsaved, useNoteFact, useWriter } from '../useBoardPlace.ts'
import { useEndOutside } from '../useEndOutside.ts'
import { useInnerTabStops } from './useInnerTabStops.ts'
import { useLiveHeight } from './useLiveHeight.ts'
import { useNoteFace, type NoteFace } from '../useNote.ts'
import { useStop, useWall } from './useWall.ts'

/** Comes with the editor, when the wall stands (`WallTogether`). */
export const BoardNoteEditor = fetchedApart(
  async () => (await import('./BoardNoteEditor.tsx')).BoardNoteEditor,
  ({ id }) => <CardText id={id} isCut={false} isStop={false} title="" />,
)

/** One card on the wall. It is drawn anew neither when it moves nor while others write in it: see `nodePlacer` and `CardText`. */
export const BoardNote = memo(function BoardNote({ data: { id } }: NodeProps<NoteNode>) {
  const t = useTexts()
  const place = useBoardPlace()
  const { layout, edit } = useWall()
  const { store } = place
  const note = useNoteFace(store, id)
  const fact = useNoteFact(id)
  const writer = useWriter(id)
  const unsaved = useIsUnsaved(id)
  const isEditing = useIsEditing(id)
  const { isCurrent, isSelected, ref } = useStop(id)
  const isChosen = useIsChosen(id)
  const isDimmed = useIsDimmed(id)
  const merged = useOriginals(id).length
  const card = useRef<HTMLElement>(null)
  const { title, nameOf } = useNoteName(
    note,
    fact?.number ?? t('app:numberPending'),
    isChosen,
    useRelatingWords(id),
  )

  useEndOutside(card, isEditing, () => {
    if (place.editing.get()?.id === id) place.editing.set(null)
  })
  const isCut = useSyncExternalStore(layout.subscribe, () => !isEditing && layout.isCut(id))
  useCardText(id, (now) => card.current?.setAttribute('aria-label', nameOf(now)))
  useInnerTabStops(card, isCurrent)
  useLiveHeight(card, id, isEditing, layout)
  // What comes and goes stands in the head: a foot moves all the cards below.
  const headEnd = useMemo(
    () => (
      <>
        <NoteMarks id={id} />
        {unsaved && <Unsaved />}
        {isChosen && <ChosenMark />}
      </>
    ),
    [id, unsaved, isChosen],
  )
  const now = store.note(id)
  if (!note || !now) return null

  return (
    <NoteCard
      ref={(element) => {
        card.current = element
        return element ? ref(element) : undefined
      }}
      id={`note-${id}`}
      className={classNames('board-note', isChosen && 'chosen', isDimmed && 'dimmed')}
      tabIndex={isCurrent && !isEditing ? 0 : -1}
      aria-label={nameOf(now)}
      plan={place.plan}
      note={{ number: fact?.number ?? null, kind: note.kind, levels: note.levels, blocks: now.blocks }}
      size="canvas"
      selected={isSelected && !isEditing}
      editing={isEditing}
      marked={note.forPlenum !== null}
      otherPerson={writer}
      headEnd={headEnd}
      foot={merged > 0 && <MergedFrom id={id} count={merged} />}
      body={
        isEditing ? (
          <BoardNoteEditor id={id} />
        ) : note.isEmpty ? (
          <p className="none">{t('app:emptyNote')}</p>
        ) : (
          <CardText id={id} isCut={isCut} isStop={isCurrent} title={title} />
        )
      }
      actions={isCurrent && !isEditing && <NoteMenu note={note} fact={fact} onEdit={() => edit(id)} />}
    />
  )
}, isSameData)

function Unsaved() {
  const t = useTexts()
  return (
    <span title={t('app:notSaved')}>
      <Icon name="hourglass" size={16} />
      <span className="vh">{t('app:notSaved')}</span>
    </span>
  )
}

/** The name of the card says it in words. */
function ChosenMark() {
  return (
    <span className="chosen-mark">
      <Icon name="check" size={14} />
    </span>
  )
}

const longestName = 400

/** All of a card in one breath: kind, number, marks, levels, text. The wall is an application for screen readers. */
const useNoteName = (
  note: NoteFace | null,
  number: string,
  isChosen: boolean,
  also: readonly string[],
): { readonly title: string; readonly nameOf: (note: Note) => string } => {
  const t = useTexts()
  const language = useLanguage()
  const { plan } = useBoardPlace()
  if (!note) return { title: '', nameOf: () => '' }
  const levels = hasAllLevels(plan, note.levels)
    ? [t('app:allLevels')]
    : levelNames(plan, note.levels, language)
  const title = `${labelOf(kindOf(plan, note.kind), language)} ${number}`
  const head = [title]
  if (isChosen) head.push(t('choosing:chosen'))
  if (note.forPlenum !== null) head.push(t('app:forPlenum'))
  const nameOf = ({ isEmpty, blocks }: Note) => {
    const text = isEmpty ? t('app:emptyNote') : plainText(blocks).replaceAll('\n', ' ')
    const short = text.length > longestName ? `${text.slice(0, longestName).toWellFormed()} …` : text
    return `${[...head, ...levels, ...also].join(', ')}: ${short}`
  }
  return { title, nameOf }
}
