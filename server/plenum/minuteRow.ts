import type { MinuteFact } from '#shared/plenum/minute.ts'
import type { RecordChange } from '../records.ts'
import type { PlenumPorts } from './plenum.ts'

let written = 0

/** The line of the minutes that belongs into the commit of what it tells. */
export const minuteRow = (
  { newId, now }: Pick<PlenumPorts, 'newId' | 'now'>,
  fact: MinuteFact,
  { name = '', text = '' }: { readonly name?: string; readonly text?: string } = {},
): RecordChange => {
  const at = now()
  // Several lines of one moment stay in the order in which they were written, also after a restart.
  written = (written + 1) % 36 ** 4
  const id = `${at.toString(36).padStart(9, '0')}-${written.toString(36).padStart(4, '0')}-${newId<string>()}`
  return { table: 'minute', id, value: { id, at, fact, name, text, remark: '' } }
}
