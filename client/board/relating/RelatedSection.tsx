import { useRef } from 'react'
import type { NoteId } from '#shared/ids.ts'
import { plainText } from '#shared/note.ts'
import type { Related } from '#shared/noteLinks.ts'
import { Button } from '../../ui/Button.tsx'
import { toast } from '../../ui/toast.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { useNote } from '../useNote.ts'
import { useGoToNote } from './useGoToNote.ts'
import { useNoteName } from './useNoteName.ts'
import { useRelated } from './useRelated.ts'

/** Among the details of a card: those it is related to, as ways that lead there. */
export function RelatedSection({ id }: { readonly id: NoteId }) {
  const t = useTexts()
  const related = useRelated(id)
  const heading = useRef<HTMLHeadingElement>(null)
  if (related.length === 0) return null
  return (
    <section className="related-notes">
      <h3 ref={heading} tabIndex={-1}>
        {t('relating:related')}
      </h3>
      <ul>
        {related.map((one) => (
          <RelatedNote key={one.card} id={id} related={one} onUnlinked={() => heading.current?.focus()} />
        ))}
      </ul>
    </section>
  )
}

type RelatedNoteProps = {
  readonly id: NoteId
  readonly related: Related
  readonly onUnlinked: () => void
}

function RelatedNote({ id, related: { card, pairs }, onUnlinked }: RelatedNoteProps) {
  const t = useTexts()
  const { store, actions, undoManager, mayWrite } = useBoardPlace()
  const note = useNote(store, card)
  const nameOf = useNoteName()
  const goTo = useGoToNote()
  const unlink = () => {
    onUnlinked()
    actions.unlink(pairs)
    toast(t('relating:unlinked', { one: nameOf(id), other: nameOf(card) }), {
      undo: () => undoManager.undo(),
    })
  }
  return (
    <li>
      <Button size="small" aria-label={t('relating:goTo', { note: nameOf(card) })} onClick={() => goTo(card)}>
        {nameOf(card)}
      </Button>
      <span className="related-text" dir="auto">
        {note && plainText(note.blocks).slice(0, 200).toWellFormed()}
      </span>
      {mayWrite && (
        <Button
          size="small"
          variant="quiet"
          icon="unlink"
          iconOnly
          label={t('relating:unlinkNote', { note: nameOf(card) })}
          onClick={unlink}
        />
      )}
    </li>
  )
}
