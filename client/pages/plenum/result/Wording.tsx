import { useEffect, useRef, useState, type MouseEvent } from 'react'
import { wordingsOf } from '#shared/result.ts'
import type { ResultText } from '#shared/day/beamerScreen.ts'
import type { NoteId } from '#shared/ids.ts'
import { useEndOutside } from '../../../board/useEndOutside.ts'
import { LazyNoteEditor } from '../../../editor/LazyNoteEditor.tsx'
import { BlocksText } from '../../../ui/BlocksText.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { FadingText } from './FadingText.tsx'
import { spokenName, type OutlineItem } from '../outline/plenumOutline.ts'
import { usePlenumPlace, useWording } from '../usePlenumPlace.ts'
import { useWordingUndo } from './useWordingUndo.ts'
import { OtherText, TextChoice } from '../proposals/proposalParts.ts'
import './Wording.css'

type Start = { readonly left: number; readonly top: number } | true

/** The text being decided: everyone reads it live, who leads the Plenum writes it in its place. */
export function Wording({ item }: { readonly item: OutlineItem }) {
  const t = useTexts()
  const { room, people, canEdit } = usePlenumPlace()
  const { id } = item.result
  const blocks = useWording(id)
  const [start, setStart] = useState<Start | null>(null)
  const [text, setText] = useState<ResultText>('current')
  const pen = useRef<HTMLButtonElement>(null)
  const isEditing = canEdit && start !== null
  const box = useRef<HTMLElement>(null)
  const fragment = isEditing ? (wordingsOf(room.doc).get(id) ?? null) : null
  const undoManager = useWordingUndo(fragment)
  useEndOutside(box, isEditing, () => setStart(null))
  const writers = people.filter(({ notes }) => notes.some((note) => String(note) === id))

  useEffect(() => {
    if (!isEditing) return
    room.awareness.setLocalStateField('note', id as string as NoteId)
    return () => room.awareness.setLocalStateField('note', null)
  }, [room, id, isEditing])

  const onClick = (event: MouseEvent) => {
    if (
      !canEdit ||
      isEditing ||
      text !== 'current' ||
      !(event.target instanceof Element) ||
      event.target.closest('a, button')
    )
      return
    if (getSelection()?.isCollapsed !== false) setStart({ left: event.clientX, top: event.clientY })
  }
  const done = () => {
    setStart(null)
    setTimeout(() => pen.current?.focus())
  }
  const name = spokenName(item)
  return (
    <section
      className="wording"
      ref={box}
      aria-label={t('plenum:wording')}
      data-editing={isEditing || undefined}
    >
      {(item.standing.changed || writers.length > 0) && (
        <p className="wording-news">
          {item.standing.changed && (
            <span className="wording-changed">
              <Icon name="history" size={17} />
              {t('plenum:changedSince')}
            </span>
          )}
          {writers.map((person) => (
            <span key={person.id} className="wording-who" data-person={person.colour}>
              {t(isEditing ? 'app:writesToo' : 'app:writes', { name: person.name })}
            </span>
          ))}
        </p>
      )}
      {fragment && undoManager ? (
        <LazyNoteEditor
          className="wording-text"
          fragment={fragment}
          awareness={room.awareness}
          undoManager={undoManager}
          label={t('plenum:wordingOf', { result: name })}
          autofocus={start === null ? false : start}
          onDone={done}
          fallback={<BlocksText blocks={blocks} className="wording-text" />}
        />
      ) : (
        <>
          {/* The button below does the same for keyboards; a tap into the text goes where it points. */}
          {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
          <div
            className="wording-text"
            data-writable={(canEdit && text === 'current') || undefined}
            onClick={onClick}
          >
            {text !== 'current' ? (
              <OtherText item={item} text={text} />
            ) : blocks.length === 0 ? (
              <p className="muted">{t('plenum:noWording')}</p>
            ) : (
              <FadingText blocks={blocks} />
            )}
          </div>
          <div className="wording-bar">
            {canEdit && (
              <Button
                ref={pen}
                size="small"
                icon="pencil"
                onClick={() => {
                  setText('current')
                  setStart(true)
                }}
              >
                {t('plenum:editWording')}
              </Button>
            )}
            <TextChoice item={item} value={text} onChange={setText} />
          </div>
        </>
      )}
    </section>
  )
}
