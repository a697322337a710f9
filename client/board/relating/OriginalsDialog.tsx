import { useEffect, useRef } from 'react'
import type { NoteId } from '#shared/ids.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { useNoteFact } from '../useBoardPlace.ts'
import { ShownNote } from './ShownNote.tsx'
import { useGoToNote } from './useGoToNote.ts'
import { useNoteName } from './useNoteName.ts'
import { useOriginals } from './useOriginals.ts'
import './MergeQuestion.css'

type OriginalsDialogProps = { readonly id: NoteId; readonly onClose: () => void }

/** The notes that were put together into a card, as they were written; they can be taken out at any time. */
export function OriginalsDialog({ id, onClose }: OriginalsDialogProps) {
  const t = useTexts()
  const { actions, undoManager, mayWrite } = useBoardPlace()
  const originals = useOriginals(id)
  const goTo = useGoToNote()
  const nameOf = useNoteName()
  const ready = useRef<HTMLButtonElement>(null)
  const count = originals.length
  useEffect(() => {
    if (count === 0) onClose()
  }, [count, onClose])
  const undo = () => undoManager.undo()

  const takeOut = (original: NoteId) => {
    // The button goes away with the card.
    ready.current?.focus()
    actions.takeOut(original)
    toast(t('relating:tookOut', { note: nameOf(original) }), { undo })
  }
  const separate = () => {
    const [first] = originals
    actions.unmerge(id)
    if (first) goTo(first)
    toast(t('relating:separated', { note: nameOf(id) }), { undo })
  }
  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      title={t('relating:originalsTitle', { note: nameOf(id), count })}
      actions={
        <>
          {mayWrite && (
            <Button icon="split" onClick={separate}>
              {t('relating:separate')}
            </Button>
          )}
          <Button ref={ready} onClick={onClose}>
            {t('relating:finished')}
          </Button>
        </>
      }
    >
      <p className="hint">{t(mayWrite ? 'relating:originalsHint' : 'relating:originalsHintReader')}</p>
      <ul className="found-notes">
        {originals.map((original) => (
          <li key={original}>
            <Original id={original} onTakeOut={mayWrite ? () => takeOut(original) : undefined} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function Original({ id, onTakeOut }: { readonly id: NoteId; readonly onTakeOut: (() => void) | undefined }) {
  const t = useTexts()
  const fact = useNoteFact(id)
  const name = useNoteName()(id)
  return (
    <ShownNote
      id={id}
      clamp={false}
      foot={fact?.author && <span dir="auto">{t('relating:by', { name: fact.author })}</span>}
      actions={
        onTakeOut && (
          <Button size="small" aria-label={t('relating:takeOutNote', { note: name })} onClick={onTakeOut}>
            {t('relating:takeOut')}
          </Button>
        )
      }
    />
  )
}
