import { useState } from 'react'
import type { ErasedAnswer } from '#shared/api.ts'
import type { Note } from '#shared/board.ts'
import { can, openDay } from '#shared/roles.ts'
import { call } from '../sync/call.ts'
import { useMe } from '../sync/records.ts'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Message } from '../ui/Message.tsx'
import { NoteCard } from '../ui/NoteCard.tsx'
import { toast } from '../ui/toast.ts'
import { useLanguage } from '../ui/useLanguage.ts'
import { useRefusalText } from '../ui/useRefusalText.ts'
import { useTexts } from '../ui/useTexts.ts'
import { useBoardPlace } from './useBoardPlace.ts'
import './EraseDialog.css'

/** The note as it was when it was asked about: the board loses it before the server's answer is here. */
export type ErasableNote = { readonly note: Note; readonly number: string | null }

type EraseDialogProps = ErasableNote & { readonly onClose: (isErased: boolean) => void }

/** Says what erasing means, does it, and says where something of the note may still stand. */
export function EraseDialog({ note, number, onClose }: EraseDialogProps) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const { plan, group } = useBoardPlace()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [left, setLeft] = useState<ErasedAnswer | null>(null)
  const name = number ?? t('group:thisNote')

  const erase = async () => {
    setBusy(true)
    setError(null)
    const path = `/api/groups/${encodeURIComponent(group.id)}/notes/${encodeURIComponent(note.id)}`
    try {
      const answer = await call<ErasedAnswer>('DELETE', path)
      if (answer.results.length + answer.notes.length > 0) return setLeft(answer)
      toast(t('group:erased', { note: name }))
      onClose(true)
    } catch (fault) {
      setError(fault)
      setBusy(false)
    }
  }
  if (left) return <StillNamed name={name} left={left} onClose={() => onClose(true)} />
  return (
    <Dialog
      isOpen
      role="alertdialog"
      className="erase-dialog"
      onClose={() => !isBusy && onClose(false)}
      title={t('group:eraseTitle', { note: name })}
      actions={
        <>
          {/* Beside the buttons, in sight however long the sheet is. */}
          {error !== null && (
            <Message tone="bad" live>
              {refusalText(error)}
            </Message>
          )}
          <Button variant="grave" aria-disabled={isBusy} onClick={() => void erase()}>
            {t(isBusy ? 'group:erasing' : 'group:eraseYes')}
          </Button>
          <Button autoFocus aria-disabled={isBusy} onClick={() => onClose(false)}>
            {t('group:eraseNo')}
          </Button>
        </>
      }
    >
      <NoteCard
        plan={plan}
        note={{ number, kind: note.kind, levels: note.levels, blocks: note.blocks }}
        clamp
        showKind
      />
      <div className="erase-means">
        <p>{t('group:eraseText')}</p>
        <ul>
          <li>{t('group:eraseBoard')}</li>
          <li>{t('group:erasePlenum')}</li>
          <li>{t('group:eraseQuestion')}</li>
          <li>{t('group:eraseVersions')}</li>
        </ul>
        <p>
          <strong>{t('group:eraseNoUndo')}</strong> {number && t('group:eraseNumber', { note: number })}
        </p>
        <p className="hint">{t('group:eraseCopies')}</p>
      </div>
      <p className="vh" role="status">
        {isBusy && t('group:erasing')}
      </p>
    </Dialog>
  )
}

type StillNamedProps = {
  readonly name: string
  readonly left: ErasedAnswer
  readonly onClose: () => void
}

/** What the Plenum wrote itself is not touched; people must look. */
function StillNamed({ name, left: { results, notes }, onClose }: StillNamedProps) {
  const t = useTexts()
  const language = useLanguage()
  const person = useMe().data?.person
  const mayRead = person && can(person, openDay, 'read', { kind: 'plenum' })
  const listed = (names: readonly string[]) => new Intl.ListFormat(language).format(names)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('group:erased', { note: name })}
      actions={
        <>
          {mayRead && results.length > 0 && (
            <ButtonLink to="/plenum" icon="presentation">
              {t('seating:toPlenum')}
            </ButtonLink>
          )}
          <Button autoFocus onClick={onClose}>
            {t('group:finished')}
          </Button>
        </>
      }
    >
      {results.length > 0 && (
        <Message tone="wait" icon="triangle-alert" live>
          {t('group:erasedStillNamed', { count: results.length, results: listed(results) })}
        </Message>
      )}
      {notes.length > 0 && (
        <Message tone="wait" icon="triangle-alert" live>
          {t('group:erasedStillAsked', { count: notes.length, notes: listed(notes) })}
        </Message>
      )}
    </Dialog>
  )
}
