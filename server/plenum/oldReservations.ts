import { remarkOptions, type Remark } from '#shared/plenum/remark.ts'
import type { Result } from '#shared/result.ts'
import type { RecordChange } from '../records.ts'
import type { Plenum } from './plenum.ts'
import { nextRemarkNumber } from './remarks.ts'

type OldResult = Result & { readonly reservations?: readonly string[] }

/** Rows of earlier programs hold reservations as texts of their result: each becomes a numbered note, once. */
export const takeOldReservations = (plenum: Plenum): Promise<void> =>
  plenum.inOrder(async () => {
    const { newId, now, plan, records } = plenum.ports
    const option = remarkOptions(plan).find(({ blocks }) => !blocks)?.id
    const old = plenum.results().filter((result: OldResult) => (result.reservations ?? []).length > 0)
    if (old.length === 0 || !option) return
    let number = nextRemarkNumber(plenum)
    const changes = old.flatMap((row: OldResult): RecordChange[] => {
      const { reservations = [], ...result } = row
      return [
        { table: 'result', id: result.id, value: result },
        ...reservations.map((text): RecordChange => {
          const id = newId<string>()
          const value: Remark = {
            id,
            number: number++,
            result: result.id,
            isOfBlock: false,
            decision: null,
            option,
            text,
            at: now(),
            settled: null,
            withdrawnAt: null,
          }
          return { table: 'remark', id, value }
        }),
      ]
    })
    await records.commit(changes)
  })
