import { readNotes } from '#shared/board.ts'
import { isErased as isGone } from '#shared/gather.ts'
import {
  noteNumber,
  noteRef,
  partsOfRef,
  type GroupId,
  type LevelId,
  type NoteRef,
  type PersonId,
} from '#shared/ids.ts'
import { cardsOf } from '#shared/merging.ts'
import { hasVisibleText, plainText } from '#shared/note.ts'
import type { CardFate } from '#shared/plenum/cardsAnswer.ts'
import type { Fate } from '#shared/plenum/fate.ts'
import type { SayFate } from '#shared/plenum/fateCommands.ts'
import { fatesOf, type FatedNote, type NoteFate } from '#shared/plenum/fateOf.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Lead } from '#shared/result.ts'
import { parkingLotKind } from '#shared/template.ts'
import type { RecordChange } from '../records.ts'
import { minuteRow } from './minuteRow.ts'
import type { Plenum } from './plenum.ts'
import { demandLevels } from './results.ts'

/** Says what becomes of a marked note that stands in no result, or takes that back. Said twice it is one. */
export const sayFate = (
  plenum: Plenum,
  ref: NoteRef,
  { kind, addressee, reason }: SayFate,
): Promise<Fate | null> =>
  plenum.change(async () => {
    const { records, plan, now } = plenum.ports
    const number = plenum.spokenNote(ref)
    const note = (await plenum.gathering.notes()).find((one) => one.ref === ref)
    if (!note) throw new Refusal('notFound')
    const taken = plenum.results().find((one) => one.dissolvedAt === null && one.sources.includes(ref))
    if (taken) throw new Refusal('noteTaken', { result: plenum.nameOf(taken), note: number })
    if (kind === 'declined' && !hasVisibleText(reason)) throw new Refusal('reasonMissing')
    demandLevels(plan, addressee.levels)
    const to: Lead = { levels: addressee.levels as LevelId[], text: addressee.text }
    const known = records.get('fate', ref)
    if (kind === null && !known) return null
    const isSame =
      known?.kind === kind &&
      known?.reason === reason &&
      JSON.stringify(known.addressee) === JSON.stringify(addressee)
    if (known && isSame) return known
    const fate = kind === null ? null : { note: ref, kind, addressee: to, reason, at: now() }
    await records.commit([
      { table: 'fate', id: ref, value: fate },
      ...entryGiven(plenum, ref, fate),
      minuteRow(
        plenum.ports,
        { kind: 'fate', note: ref, as: kind, addressee: to, reason },
        {
          name: number,
          text: plainText(note.blocks).trim(),
        },
      ),
    ])
    return fate
  })

/** The list of the Themenspeicher names whom a note goes to as well: what was said last holds in both. */
const entryGiven = ({ state }: Plenum, ref: NoteRef, fate: Fate | null): RecordChange[] => {
  const entry = state.parkingLot.find(({ note }) => note === ref)
  if (!entry) return []
  const parkingLot = state.parkingLot.flatMap((one) => {
    if (one !== entry) return [one]
    return fate?.kind === 'parked' ? [{ ...one, addressee: fate.addressee }] : []
  })
  return [{ table: 'plenum', id: 'plenum', value: { ...state, parkingLot } }]
}

/** What became of each note, from committed rows. */
export const readFates = (plenum: Plenum): ((note: FatedNote) => NoteFate) => {
  const { plan, records } = plenum.ports
  const { results, decisions } = plenum.answer()
  const fates = records.all('fate').map(([, fate]) => fate)
  return fatesOf({ plan, results, decisions, fates, plenum: plenum.state })
}

/** All numbered cards of a group with what became of them, by number; gaps where one was erased. */
export const cardFates = async (
  plenum: Plenum,
  group: GroupId,
  person: PersonId | null,
): Promise<CardFate[]> => {
  const { records, rooms } = plenum.ports
  const fateOf = readFates(plenum)
  const gathered = new Map((await plenum.gathering.notes()).map((note) => [note.ref, note]))
  const room = await rooms.place({ kind: 'group', group })
  const notes = await room.read((doc) => readNotes(doc))
  const byId = new Map(notes.map((note) => [note.id, note]))
  const cards = cardsOf(notes)
  const numbered = records.all('note').filter(([, row]) => row.group === group)
  const numbers = new Map(numbered.map(([ref, row]) => [ref, noteNumber(group, row.number)]))
  const fated = (ref: NoteRef): FatedNote => {
    const seen = gathered.get(ref)
    return {
      ref,
      isMarked: seen !== undefined && seen.order !== null,
      isWithdrawn: seen !== undefined && seen.wasMarked && seen.withdrawn,
      isParked: (seen?.kind ?? byId.get(partsOfRef(ref).note)?.kind) === parkingLotKind,
    }
  }
  return numbered
    .sort(([, a], [, b]) => a.number - b.number)
    .map(([id, row]): CardFate => {
      const { note } = partsOfRef(id as NoteRef)
      const known = byId.get(note)
      const seen = gathered.get(id as NoteRef)
      const card = cards.get(note)
      // What was put together into another card goes its way, unless the Plenum took it up itself.
      const own = fateOf(fated(id as NoteRef))
      const isCarried = card !== undefined && own.kind === 'unmarked'
      return {
        group,
        note,
        number: noteNumber(group, row.number),
        blocks: known?.blocks ?? seen?.blocks ?? [],
        isMine: person !== null && row.person === person,
        isErased: row.erasedAt !== undefined || (seen !== undefined && !known && isGone(seen)),
        isTrashed: known !== undefined && known.trashedAt !== null,
        mergedInto: isCarried ? (numbers.get(noteRef(group, card)) ?? null) : null,
        fate: isCarried ? fateOf(fated(noteRef(group, card))) : own,
      }
    })
}
