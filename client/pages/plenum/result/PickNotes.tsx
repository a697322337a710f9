import { useState } from 'react'
import type { NoteRef } from '#shared/ids.ts'
import { titleFrom } from '#shared/result.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { EditDialog } from '../EditDialog.tsx'
import { usePlenumPlace } from '../usePlenumPlace.ts'

type PickNotesProps = {
  readonly title: string
  readonly hint: string
  readonly isTaken: (ref: NoteRef) => boolean
  /** Only notes that are source of no result. */
  readonly onlyLoose: boolean
  readonly onPick: (refs: readonly NoteRef[]) => Promise<unknown>
  readonly onClose: () => void
}

/** Notes of all groups, to be added to a result. */
export function PickNotes({ title, hint, isTaken, onlyLoose, onPick, onClose }: PickNotesProps) {
  const t = useTexts()
  const { notes, groups } = usePlenumPlace()
  const [picked, setPicked] = useState<readonly NoteRef[]>([])
  const loose = new Set(groups.flatMap((group) => group.loose.map(({ note }) => note.ref)))
  const offered = [...notes.values()].filter(
    ({ ref, withdrawn }) => !isTaken(ref) && !withdrawn && (!onlyLoose || loose.has(ref)),
  )
  const toggle = (ref: NoteRef) =>
    setPicked((refs) => (refs.includes(ref) ? refs.filter((one) => one !== ref) : [...refs, ref]))
  return (
    <EditDialog
      title={title}
      save={t('plenum:addNotes', { count: picked.length })}
      onSave={() => picked.length > 0 && onPick(picked)}
      onClose={onClose}
    >
      <p className="muted">{hint}</p>
      {offered.length === 0 ? (
        <p>{t('plenum:noneToPick')}</p>
      ) : (
        <ul className="pick-list">
          {offered.map((note) => (
            <li key={note.ref}>
              <label className="pick-row">
                <input
                  type="checkbox"
                  checked={picked.includes(note.ref)}
                  onChange={() => toggle(note.ref)}
                />
                <span>
                  <strong className="num nowrap">{note.number}</strong>{' '}
                  <span dir="auto">{titleFrom(note.blocks)}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </EditDialog>
  )
}
