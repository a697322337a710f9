import { useLayoutEffect, useRef, useState } from 'react'
import { kindOf, labelOf, type EventPlan } from '#shared/template.ts'
import { BlocksText } from './BlocksText.tsx'
import { Dialog } from './Dialog.tsx'
import type { CardNote } from './NoteCard.tsx'
import { useLanguage } from './useLanguage.ts'
import { useTexts } from './useTexts.ts'

type NoteTextProps = {
  readonly plan: EventPlan
  readonly note: CardNote
  readonly clamp: boolean
  readonly onReadAll?: () => void
}

/** The text of a card; what is cut off can be read in full. */
export function NoteText({ plan, note, clamp, onReadAll }: NoteTextProps) {
  const t = useTexts()
  const language = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  const [isCut, setCut] = useState(false)
  const [isReading, setReading] = useState(false)

  useLayoutEffect(() => {
    const element = box.current
    if (!clamp || !element) return setCut(false)
    const measure = () => setCut(element.scrollHeight > element.clientHeight + 2)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [clamp, note.blocks])

  if (isEmpty(note)) return <p className="none">{t('app:emptyNote')}</p>
  const number = note.number ?? t('app:numberPending')
  return (
    <>
      <div ref={box} className={clamp ? 'clip' : undefined}>
        <BlocksText blocks={note.blocks} />
      </div>
      {isCut && (
        <button
          type="button"
          className="note-more"
          aria-label={t('app:readAllOf', { note: number })}
          onClick={(event) => {
            event.stopPropagation()
            if (onReadAll) onReadAll()
            else setReading(true)
          }}
        >
          {t('app:readAll')}
        </button>
      )}
      {isReading && (
        <Dialog
          isOpen
          onClose={() => setReading(false)}
          title={`${labelOf(kindOf(plan, note.kind), language)} ${number}`}
        >
          <BlocksText blocks={note.blocks} />
        </Dialog>
      )}
    </>
  )
}

const isEmpty = (note: CardNote) =>
  note.blocks.every((block) => block.type === 'paragraph' && block.spans.length === 0)
