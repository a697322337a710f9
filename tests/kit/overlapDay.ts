import { readFileSync } from 'node:fs'
import type { GroupId, NoteRef } from '#shared/ids.ts'
import { plainText } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import type { OverlapNote } from '#shared/plenum/likeness.ts'
import type { Overlap } from '#shared/plenum/overlaps.ts'
import { rawNotes } from './sampleDay.ts'

/** Notes, and which of them people hold to be the same. By number. */
export type OverlapDay = {
  readonly notes: readonly OverlapNote[]
  readonly sets: readonly (readonly string[])[]
}

export const refOf = (number: string): NoteRef => `${number.split('-')[0]}/${number}` as NoteRef
const noteOf = (number: string, isMarked: boolean, heading: string, text: string): OverlapNote => ({
  ref: refOf(number),
  group: number.split('-')[0] as GroupId,
  isMarked,
  heading,
  text: plainText(parseNoteText(text)),
})

/** The sample day; the Plenum put these together (L3, M4, M7, M10). */
export const sampleOverlaps: OverlapDay = {
  notes: rawNotes.map((raw) => noteOf(raw.id, raw.forPlenum, raw.cluster ?? '', raw.text)),
  sets: [
    ['A-28', 'B-30', 'C-27'],
    ['A-27', 'C-13', 'D-22'],
    ['B-11', 'C-22', 'D-23'],
    ['D-11', 'C-10', 'D-21'],
  ],
}

type Raw = { notes: [string, number, string, string][]; sets: string[][] }
const raw = JSON.parse(
  readFileSync(new URL('../data/overlap-notes.json', import.meta.url), 'utf8'),
) as Record<'de' | 'en', Raw>

/** Other topics, written apart from the finder: nursing at home in German, floods in English. */
export const otherOverlaps = (language: 'de' | 'en'): OverlapDay => ({
  notes: raw[language].notes.map(([number, marked, heading, text]) =>
    noteOf(number, marked === 1, heading, text),
  ),
  sets: raw[language].sets,
})

/** At which place the first proposal stands that names two notes of the set, from 1; Infinity: at none. */
export const placeOf = (overlaps: readonly Overlap[], set: readonly string[]): number => {
  const refs = set.map(refOf)
  const at = overlaps.findIndex(({ notes }) => notes.filter((note) => refs.includes(note)).length >= 2)
  return at < 0 ? Infinity : at + 1
}
