import { useEffect, useRef, useState, type MouseEvent } from 'react'
import type { NoteId } from '#shared/ids.ts'
import '../../ui/BlocksText.css'
import { fetchedApart } from '../../ui/fetchedApart.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { writeBlocks } from '../../ui/writeBlocks.ts'
import { useCardText } from './useCardText.ts'

/** Most texts stand on their card as a whole. */
const ReadCard = fetchedApart(async () => (await import('./ReadCard.tsx')).ReadCard)

type CardTextProps = {
  readonly id: NoteId
  readonly isCut: boolean
  readonly isStop: boolean
  readonly title: string
}

/**
 * Six lines at most; whether they are enough has been measured already. The text itself is written beside React: a letter of
 * somebody else costs its own text node, not the way down from the page.
 */
export function CardText({ id, isCut, isStop, title }: CardTextProps) {
  const t = useTexts()
  const text = useRef<HTMLDivElement>(null)
  const [isReading, setReading] = useState(false)
  useCardText(id, ({ blocks }) => {
    if (!text.current) return
    writeBlocks(text.current, blocks)
    // As in `useInnerTabStops`.
    if (!isStop) for (const link of text.current.getElementsByTagName('a')) link.tabIndex = -1
  })
  useEffect(() => {
    if (!isCut) setReading(false)
  }, [isCut])
  const read = (event: MouseEvent) => {
    event.stopPropagation()
    setReading(true)
  }
  return (
    <>
      <div className={isCut ? 'clip' : undefined}>
        <div ref={text} className="blocks" />
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
      {isReading && <ReadCard id={id} title={title} onClose={() => setReading(false)} />}
    </>
  )
}
