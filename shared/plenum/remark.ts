import type { DecisionId, ResultId } from '../ids.ts'
import type { Decision } from '../result.ts'
import type { ConsentOption, EventPlan } from '../template.ts'

export const settlings = ['changed', 'kept', 'overruled'] as const
/** `changed`: the text was changed because of it. `kept`: it stays as a note. `overruled`: not followed, with a reason. */
export type Settling = (typeof settlings)[number]

/** A reservation or an objection that the Plenum heard: a numbered note at a result, without a name. */
export type Remark = {
  readonly id: string
  /** Counts up within the event. */
  readonly number: number
  readonly result: ResultId
  /** It was said about a whole block, not about one of its results; `result` is the block's first. */
  readonly isOfBlock: boolean
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

/** What a note can be: options that ask for a reason or block. A plan without any still knows reservations. */
export const remarkOptions = (plan: Pick<EventPlan, 'consent'>): readonly ConsentOption[] => {
  const options = plan.consent.filter(({ blocks, needsReason }) => blocks || needsReason)
  return options.length > 0 ? options : [plainReservation]
}
const plainReservation: ConsentOption = {
  id: 'reservation',
  de: 'Bedenken',
  en: 'Reservation',
  blocks: false,
  needsReason: true,
  meaning: '',
}

/** An objection: it stands in the way until it is settled. */
export const isObjection = (remark: Pick<Remark, 'option'>, plan: Pick<EventPlan, 'consent'>): boolean =>
  plan.consent.some(({ id, blocks }) => blocks && id === remark.option)

/** Notes that stand at a result, in the order of their numbers; what was said about a whole block stands at each of it. */
export const remarksAt = (
  result: ResultId,
  remarks: readonly Remark[],
  decisions: readonly Decision[],
): Remark[] => {
  const blocks = new Set(
    decisions.filter(({ results }) => results.some(({ id }) => id === result)).map(({ id }) => id),
  )
  return remarks
    .filter(
      (remark) =>
        remark.withdrawnAt === null &&
        (remark.result === result ||
          (remark.isOfBlock && remark.decision !== null && blocks.has(remark.decision))),
    )
    .sort((a, b) => a.number - b.number)
}

/** Objections at a result that nobody has settled. */
export const openObjections = (
  result: ResultId,
  remarks: readonly Remark[],
  decisions: readonly Decision[],
  plan: Pick<EventPlan, 'consent'>,
): Remark[] =>
  remarksAt(result, remarks, decisions).filter(
    (remark) => remark.settled === null && isObjection(remark, plan),
  )
