import type { ResultId } from '../ids.ts'
import { isObjection, remarksAt, type Remark, type Settling } from '../plenum/remark.ts'
import type { Decision } from '../result.ts'
import type { EventPlan } from '../template.ts'

/** A reservation or an objection as it is printed: without a name. */
export type ReportRemark = {
  readonly number: number
  /** The consent option that it came with. */
  readonly option: string
  readonly isObjection: boolean
  /** It was said about a whole block. */
  readonly isOfBlock: boolean
  readonly text: string
  readonly settled: { readonly how: Settling; readonly reason: string } | null
}

/** The notes at a result. What was said about a whole block stands at its first result alone. */
export const reportRemarks = (
  id: ResultId,
  remarks: readonly Remark[],
  decisions: readonly Decision[],
  plan: EventPlan,
): ReportRemark[] =>
  remarksAt(id, remarks, decisions)
    .filter((remark) => remark.result === id)
    .map((remark) => ({
      number: remark.number,
      option: remark.option,
      isObjection: isObjection(remark, plan),
      isOfBlock: remark.isOfBlock,
      text: remark.text,
      settled: remark.settled && { how: remark.settled.how, reason: remark.settled.reason },
    }))
