import { useState } from 'react'
import { isErased } from '#shared/gather.ts'
import type { GroupId, NoteRef } from '#shared/ids.ts'
import { titleFrom, type Lead } from '#shared/result.ts'
import { Button } from '../../../ui/Button.tsx'
import { useLanguage } from '../../../ui/useLanguage.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { leadText } from '../result/factText.ts'
import { ParkedDialog } from './ParkedDialog.tsx'
import { ParkedReader, type ParkedNote } from './ParkedReader.tsx'
import { changeClosing } from '../plenumCommands.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'

type Entry = { readonly note: NoteRef; readonly topic: string; readonly addressee: Lead }

/** Themenspeicher: off topic, but kept. Each note gets somebody who takes it. */
export function ParkingLot() {
  const t = useTexts()
  const language = useLanguage()
  const { plan, answer, notes, canEdit } = usePlenumPlace()
  const [read, setRead] = useState<ReadonlyMap<GroupId, readonly ParkedNote[]>>(new Map())
  const [editing, setEditing] = useState<NoteRef | null>(null)
  const lot: readonly Entry[] = answer.plenum.parkingLot
  const elsewhere = answer.fates.flatMap(({ note, kind }) => (kind === 'parked' ? [] : [note]))
  const entries: readonly Entry[] = [
    ...lot.filter(({ note }) => !elsewhere.includes(note)),
    ...answer.fates
      .filter(({ note, kind }) => kind === 'parked' && !lot.some((entry) => entry.note === note))
      .map(({ note, addressee }) => ({ note, topic: '', addressee })),
  ]
  const parked = new Map(
    plan.groups.flatMap(({ id }) => (read.get(id) ?? []).map((note) => [note.ref, note])),
  )
  const rest = [...parked.values()].filter(({ ref }) => !entries.some(({ note }) => note === ref))
  const numberOf = (ref: NoteRef) => notes.get(ref)?.number ?? parked.get(ref)?.number ?? ''
  const topicOf = (ref: NoteRef) => {
    const note = notes.get(ref)
    return note && isErased(note)
      ? t('app:erased')
      : (parked.get(ref)?.topic ?? titleFrom(note?.blocks ?? []))
  }
  const put = (entry: Entry) =>
    changeClosing(
      {
        parkingLot: lot.some(({ note }) => note === entry.note)
          ? lot.map((one) => (one.note === entry.note ? entry : one))
          : [...lot, entry],
      },
      { parkingLot: lot },
    )
  const row = (ref: NoteRef, topic: string, addressee: Lead | null) => {
    const to = addressee ? leadText(addressee, plan, language, t('app:allLevels')) : ''
    return (
      <li key={ref}>
        <span>
          <strong className="num nowrap">{numberOf(ref)}</strong> <span dir="auto">{topic}</span>
          <span className="muted"> → {to || t('plenum:noAddressee')}</span>
        </span>
        {canEdit && (
          <Button
            size="small"
            variant="quiet"
            aria-label={t(to ? 'plenum:changeOf' : 'plenum:giveOf', { note: numberOf(ref) })}
            onClick={() => setEditing(ref)}
          >
            {t(to ? 'plenum:change' : 'plenum:give')}
          </Button>
        )}
      </li>
    )
  }
  const known = entries.find(({ note }) => note === editing)
  return (
    <section className="closing-part sheet" aria-labelledby="parking-lot">
      <h3 id="parking-lot">{t('plenum:parkingLot')}</h3>
      {canEdit &&
        plan.groups.map(({ id }) => (
          <ParkedReader
            key={id}
            group={id}
            onNotes={(group, found) => setRead((before) => new Map(before).set(group, found))}
          />
        ))}
      {entries.length + rest.length === 0 ? (
        <p className="muted">
          <strong>{t('plenum:parkingEmptyTitle')}</strong> {t('plenum:parkingEmpty')}
        </p>
      ) : (
        <ul className="item-list">
          {entries.map(({ note, topic, addressee }) => row(note, topic || topicOf(note), addressee))}
          {rest.map(({ ref, topic }) => row(ref, topic, null))}
        </ul>
      )}
      {editing && (
        <ParkedDialog
          number={numberOf(editing)}
          topic={known?.topic || topicOf(editing)}
          addressee={known?.addressee ?? { levels: [], text: null }}
          onSave={(topic, addressee) => put({ note: editing, topic, addressee })}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  )
}
