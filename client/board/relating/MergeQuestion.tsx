import { useStore } from '../../sync/useStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Message } from '../../ui/Message.tsx'
import { toast } from '../../ui/toast.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { mergeable, mergedBlocks } from '../mergeActions.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import type { MergeDialogProps } from './MergeDialog.tsx'
import { ShownNote } from './ShownNote.tsx'
import { useGoToNote } from './useGoToNote.ts'
import { useNoteName } from './useNoteName.ts'
import './MergeQuestion.css'

/** Shows the cards and what they become. What others do with them meanwhile is seen here at once. */
export function MergeQuestion({ ids, onClose }: MergeDialogProps) {
  const t = useTexts()
  const { store, actions, undoManager, presence } = useBoardPlace()
  const nameOf = useNoteName()
  const others = useStore(presence) ?? []
  const goTo = useGoToNote()
  useStore(store.arrangement)
  const originals = mergeable(store.notes(), ids)
  const [first] = originals
  const [writing] = originals.flatMap(({ id }) =>
    others.filter(({ notes }) => notes.includes(id)).map(({ name }) => ({ name, note: nameOf(id) })),
  )
  const areEnough = first !== undefined && originals.length > 1

  const merge = () => {
    const card = actions.merge(ids)
    if (card === null) return
    onClose()
    goTo(card)
    toast(t('relating:merged', { count: originals.length }), { undo: () => undoManager.undo() })
  }
  return (
    <Dialog
      isOpen
      wide
      className="merge-question"
      onClose={onClose}
      title={t('relating:mergeTitle')}
      actions={
        <>
          <Button variant="primary" aria-disabled={!areEnough} onClick={merge}>
            {t('relating:merge')}
          </Button>
          <Button onClick={onClose}>{t('relating:mergeNo')}</Button>
          <p className="hint">{t('relating:mergeKept')}</p>
        </>
      }
    >
      {areEnough ? (
        <>
          <section aria-label={t('relating:mergeOriginals')}>
            <ul className="found-notes">
              {originals.map((note) => (
                <li key={note.id}>
                  <ShownNote id={note.id} />
                </li>
              ))}
            </ul>
          </section>
          {writing && <Message tone="wait">{t('relating:mergeWritten', writing)}</Message>}
          <section className="merge-begins">
            <h3>{t('relating:mergeBegins')}</h3>
            <ShownNote
              id={first.id}
              become={{
                blocks: mergedBlocks(originals),
                levels: originals.flatMap((note) => note.levels),
              }}
            />
          </section>
        </>
      ) : (
        <Message tone="wait" live>
          {t('relating:mergeTaken')}
        </Message>
      )}
    </Dialog>
  )
}
