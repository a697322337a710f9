import type { DecisionId, ResultId } from '../ids.ts'

export const settlings = ['changed', 'kept', 'overruled'] as const
/** `changed`: the text was changed because of it. `kept`: it stays as a note. `overruled`: not followed, with a reason. */
export type Settling = (typeof settlings)[number]

/** A reservation or an objection that the Plenum heard: a numbered note at a result, without a name. */
export type Remark = {
  readonly id: string
  /** Counts up within the event. */
  readonly number: number
  readonly result: ResultId
  /** The attempt at which it was said; null: entered beside one. */
  readonly decision: DecisionId | null
  /** The consent option that it came with (`reservation`, `objection`). */
  readonly option: string
  readonly text: string
  readonly at: number
  readonly settled: {
    readonly how: Settling
    readonly reason: string
    readonly at: number
    /** The proposal that changed the text because of it, if it was one. */
    readonly proposal: string | null
  } | null
  /** Taken back as entered by mistake; kept, but without effect. */
  readonly withdrawnAt: number | null
}
