import type { NoteRef } from '#shared/ids.ts'
import type { MinuteFact } from '#shared/plenum/minute.ts'
import { resultNumbers, type Result } from '#shared/result.ts'
import type { RecordChange } from '../records.ts'
import { minuteRow } from './minuteRow.ts'
import type { Plenum } from './plenum.ts'

type Did = Extract<MinuteFact, { kind: 'result' }>['did']

/** The line of the minutes about a result: as it is called once that has happened. */
export const resultMinute = (
  plenum: Plenum,
  did: Did,
  result: Result,
  sources: readonly NoteRef[] = result.sources,
  text = '',
): RecordChange => {
  const others = plenum.results().filter(({ id }) => id !== result.id)
  const known = resultNumbers([...others, result], plenum.answer().decisions, plenum.ports.plan).get(
    result.id,
  )
  const name = [known, result.title].filter(Boolean).join(' ')
  return minuteRow(plenum.ports, { kind: 'result', did, result: result.id, sources }, { name, text })
}

/** What a change of its fields did to the notes of a result. */
export const changeMinutes = (plenum: Plenum, before: Result, after: Result): RecordChange[] => {
  const added = (now: readonly NoteRef[], then: readonly NoteRef[]) =>
    now.filter((ref) => !then.includes(ref))
  const lines: readonly (readonly [Did, NoteRef[]])[] = [
    ['joined', added(after.sources, before.sources)],
    ['parted', added(before.sources, after.sources)],
    ['linked', added(after.links, before.links)],
  ]
  return lines.flatMap(([did, refs]) => (refs.length > 0 ? [resultMinute(plenum, did, after, refs)] : []))
}
