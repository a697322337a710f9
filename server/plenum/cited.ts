import type { NoteRef } from '#shared/ids.ts'
import type { Cited } from '#shared/gather.ts'
import type { Records } from '../records.ts'

/** Every note that a standing result, an open point or the Themenspeicher list names, or whose fate was said. */
export const citedNotes = (records: Records): Cited => {
  const cited = new Set<NoteRef>()
  for (const [, result] of records.all('result')) {
    if (result.dissolvedAt !== null) continue
    for (const ref of result.sources) cited.add(ref)
    for (const ref of result.links) cited.add(ref)
    for (const { note } of result.openPoints) if (note) cited.add(note)
  }
  for (const [, plenum] of records.all('plenum')) {
    for (const { note } of plenum.openPoints) if (note) cited.add(note)
    for (const { note } of plenum.parkingLot) cited.add(note)
  }
  for (const [, { note }] of records.all('fate')) cited.add(note)
  return cited
}
