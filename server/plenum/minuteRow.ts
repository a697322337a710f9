import type { MinuteFact } from '#shared/plenum/minute.ts'
import type { RecordChange } from '../records.ts'
import type { PlenumPorts } from './plenum.ts'

/** The line of the minutes that belongs into the commit of what it tells. */
export const minuteRow = (
  { newId, now }: Pick<PlenumPorts, 'newId' | 'now'>,
  fact: MinuteFact,
  { name = '', text = '' }: { readonly name?: string; readonly text?: string } = {},
): RecordChange => {
  const id = newId<string>()
  return { table: 'minute', id, value: { id, at: now(), fact, name, text, remark: '' } }
}
