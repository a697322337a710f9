import type { NodeProps } from '@xyflow/react'
import { memo, useEffect, useMemo, useRef, useState, type MouseEvent } from 'react'
import type { Note } from '#shared/board.ts'
import { plainText } from '#shared/note.ts'
import { hasAllLevels, kindOf, labelOf, levelNames } from '#shared/template.ts'
import { BlocksText } from '../../ui/BlocksText.tsx'
import { classNames } from '../../ui/classNames.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { NoteCard } from '../../ui/NoteCard.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { isSameData, type NoteNode } from './boardNodes.ts'
import { BoardNoteEditor } from './BoardNoteEditor.tsx'
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
import { useNote } from '../useNote.ts'
import { useStop, useWall } from './useWall.ts'

/** One card on the wall. React Flow draws it anew only when it moves; its text comes from the store. */
export const BoardNote = memo(function BoardNote({ data: { id } }: NodeProps<NoteNode>) {
  const t = useTexts()
  const place = useBoardPlace()
  const { layout, edit } = useWall()
  const note = useNote(place.store, id)
  const fact = useNoteFact(id)
  const writer = useWriter(id)
  const unsaved = useIsUnsaved(id)
  const isEditing = useIsEditing(id)
  const { isCurrent, isSelected, ref } = useStop(id)
  const isChosen = useIsChosen(id)
  const isDimmed = useIsDimmed(id)
  const merged = useOriginals(id).length
  const card = useRef<HTMLElement>(null)
  const { title, name } = useNoteName(
    note,
    fact?.number ?? t('app:numberPending'),
    isChosen,
    useRelatingWords(id),
  )

  useEndOutside(card, isEditing, () => {
    if (place.editing.get()?.id === id) place.editing.set(null)
  })
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
  if (!note) return null

  const isCut = !isEditing && layout.isCut(id)
  return (
    <NoteCard
      ref={(element) => {
        card.current = element
        return element ? ref(element) : undefined
      }}
      id={`note-${id}`}
      className={classNames('board-note', isChosen && 'chosen', isDimmed && 'dimmed')}
      tabIndex={isCurrent && !isEditing ? 0 : -1}
      aria-label={name}
      plan={place.plan}
      note={{ number: fact?.number ?? null, kind: note.kind, levels: note.levels, blocks: note.blocks }}
      size="canvas"
      selected={isSelected && !isEditing}
      editing={isEditing}
      marked={note.forPlenum !== null}
      otherPerson={writer}
      headEnd={headEnd}
      foot={merged > 0 && <MergedFrom id={id} count={merged} />}
      body={
        isEditing ? (
          <BoardNoteEditor note={note} />
        ) : (
          <Text note={note} isCut={isCut} isStop={isCurrent} title={title} />
        )
      }
      actions={isCurrent && !isEditing && <NoteMenu note={note} fact={fact} onEdit={() => edit(id)} />}
    />
  )
}, isSameData)

type TextProps = {
  readonly note: Note
  readonly isCut: boolean
  readonly isStop: boolean
  readonly title: string
}

/** Six lines at most; whether they are enough has been measured already. */
function Text({ note, isCut, isStop, title }: TextProps) {
  const t = useTexts()
  const [isReading, setReading] = useState(false)
  useEffect(() => {
    if (!isCut) setReading(false)
  }, [isCut])
  if (note.isEmpty) return <p className="none">{t('app:emptyNote')}</p>
  const read = (event: MouseEvent) => {
    event.stopPropagation()
    setReading(true)
  }
  return (
    <>
      <div className={isCut ? 'clip' : undefined}>
        <BlocksText blocks={note.blocks} />
      </div>
      {isCut && (
        <button
          type="button"
          className="note-more nodrag"
          tabIndex={isStop ? 0 : -1}
          aria-label={t('app:readAllOf', { note: title })}
          onClick={read}
        >
          {t('app:readAll')}
        </button>
      )}
      {isReading && (
        <Dialog isOpen onClose={() => setReading(false)} title={title}>
          <BlocksText blocks={note.blocks} />
        </Dialog>
      )}
    </>
  )
}

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
  note: Note | null,
  number: string,
  isChosen: boolean,
  also: readonly string[],
): { readonly title: string; readonly name: string } => {
  const t = useTexts()
  const language = useLanguage()
  const { plan } = useBoardPlace()
  if (!note) return { title: '', name: '' }
  const levels = hasAllLevels(plan, note.levels)
    ? [t('app:allLevels')]
    : levelNames(plan, note.levels, language)
  const title = `${labelOf(kindOf(plan, note.kind), language)} ${number}`
  const head = [title]
  if (isChosen) head.push(t('choosing:chosen'))
  if (note.forPlenum !== null) head.push(t('app:forPlenum'))
  const text = note.isEmpty ? t('app:emptyNote') : plainText(note.blocks).replaceAll('\n', ' ')
  const short = text.length > longestName ? `${text.slice(0, longestName).toWellFormed()} …` : text
  return { title, name: `${[...head, ...levels, ...also].join(', ')}: ${short}` }
}
