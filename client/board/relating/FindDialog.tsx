import { useState } from 'react'
import type { Note } from '#shared/board.ts'
import type { NoteId } from '#shared/ids.ts'
import { useStore } from '../../sync/useStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Field } from '../../ui/Field.tsx'
import { Message } from '../../ui/Message.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { useNote } from '../useNote.ts'
import { FoundNote } from './FoundNote.tsx'
import { MergeQuestion } from './MergeQuestion.tsx'
import { ShownNote } from './ShownNote.tsx'
import { standingIn } from './standingIn.ts'
import { useFoundNotes } from './useFoundNotes.ts'
import { useNoteName } from './useNoteName.ts'
import { useStandingText } from './useStandingText.ts'
import './FindDialog.css'

export type FindPurpose = 'merge' | 'link' | 'similar'
type FindDialogProps = {
  readonly id: NoteId
  readonly purpose: FindPurpose
  readonly onClose: () => void
}

/** Beside one card the others: similar ones first, then whatever one searches for; and what can be done with both. */
export function FindDialog({ id, ...props }: FindDialogProps) {
  const note = useNote(useBoardPlace().store, id)
  return note ? <FindBeside note={note} {...props} /> : null
}

const titles = {
  merge: 'relating:mergeFindTitle',
  link: 'relating:linkFindTitle',
  similar: 'relating:similarTitle',
} as const

function FindBeside({ note, purpose, onClose }: Omit<FindDialogProps, 'id'> & { readonly note: Note }) {
  const t = useTexts()
  const { store } = useBoardPlace()
  const arrangement = useStore(store.arrangement)
  const nameOf = useNoteName()
  const standingText = useStandingText()
  const [words, setWords] = useState('')
  const [picked, setPicked] = useState<NoteId | null>(null)
  const { ids, hasMore, isAlone } = useFoundNotes(note, words, purpose !== 'similar')
  const standing = arrangement && standingIn(arrangement)(note.id)
  const isHere = standing?.where === 'board'

  if (picked) return <MergeQuestion ids={[note.id, picked]} onClose={onClose} />
  const hasWords = words.trim() !== ''
  return (
    <Dialog
      isOpen
      wide
      className="find-dialog"
      onClose={onClose}
      title={t(titles[purpose], { note: nameOf(note.id) })}
      actions={<Button onClick={onClose}>{t('relating:finished')}</Button>}
    >
      <div className="find-base">
        <ShownNote id={note.id} />
        {standing && !isHere && (
          <Message tone="wait" live>
            {standingText(standing)}
          </Message>
        )}
      </div>
      <Field
        label={t('relating:findField')}
        hideLabel
        placeholder={t('relating:findField')}
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        maxLength={200}
        autoFocus={!matchMedia('(pointer: coarse)').matches}
        value={words}
        onChange={setWords}
      />
      <div className="find-results">
        <p className="vh" role="status">
          {hasWords && t('relating:foundCount', { count: ids.length })}
        </p>
        <ul className="found-notes" aria-label={t('relating:results')}>
          {ids.map((other) => (
            <li key={other}>
              <FoundNote
                base={note.id}
                id={other}
                purpose={purpose}
                isOpen={isHere}
                onMerge={() => setPicked(other)}
              />
            </li>
          ))}
        </ul>
        {hasMore && <p className="hint">{t('relating:moreThere')}</p>}
        {ids.length === 0 && (
          <EmptyState
            title={t(
              isAlone ? 'relating:noOthers' : hasWords ? 'relating:noneFound' : 'relating:noneSimilar',
            )}
          />
        )}
      </div>
    </Dialog>
  )
}
