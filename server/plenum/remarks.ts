import { hasVisibleText } from '#shared/note.ts'
import { openObjections, remarkOptions, type Remark } from '#shared/plenum/remark.ts'
import type { remarkCommand, settleCommand } from '#shared/plenum/remarkCommands.ts'
import type { DecisionId, ResultId } from '#shared/ids.ts'
import { Refusal } from '#shared/refusal.ts'
import type * as z from 'zod'
import type { RecordChange } from '../records.ts'
import { minuteRow } from './minuteRow.ts'
import type { Plenum } from './plenum.ts'

export const remarksOf = (plenum: Plenum): Remark[] =>
  plenum.ports.records.all('remark').map(([, remark]) => remark)

export const nextRemarkNumber = (plenum: Plenum): number =>
  1 + remarksOf(plenum).reduce((most, { number }) => Math.max(most, number), 0)

/** Objections that nobody has settled at any of these results, each once. */
export const openObjectionsAt = (plenum: Plenum, results: readonly ResultId[]): Remark[] => {
  const { plan, records } = plenum.ports
  const decisions = records.all('decision').map(([, decision]) => decision)
  const remarks = remarksOf(plenum)
  return [...new Set(results.flatMap((id) => openObjections(id, remarks, decisions, plan)))]
}

/** A note with its line of the minutes. */
export const remarkRows = (
  plenum: Plenum,
  did: 'made' | 'settled' | 'withdrawn',
  remark: Remark,
): RecordChange[] => [
  { table: 'remark', id: remark.id, value: remark },
  minuteRow(
    plenum.ports,
    { kind: 'remark', did, remark: remark.id, result: remark.result },
    { name: plenum.nameOf(plenum.result(remark.result)), text: remark.text },
  ),
]

export const settledAs = (remark: Remark, settled: NonNullable<Remark['settled']>): Remark => ({
  ...remark,
  settled,
})

/** A reservation or an objection that was said aloud, entered by hand. */
export const addRemark = (
  plenum: Plenum,
  id: string,
  command: z.output<typeof remarkCommand>,
): Promise<Remark> =>
  plenum.change(async () => {
    const { newId, now, plan, records } = plenum.ports
    const result = plenum.result(id)
    if (!remarkOptions(plan).some((option) => option.id === command.option))
      throw new Refusal('badRequest', { field: 'option' })
    const decision = command.decision === null ? null : records.get('decision', command.decision)
    if (decision === undefined || decision?.results.every((one) => one.id !== result.id))
      throw new Refusal('badRequest', { field: 'decision' })
    const remark: Remark = {
      id: newId(),
      number: nextRemarkNumber(plenum),
      result: result.id,
      isOfBlock: false,
      decision: command.decision as DecisionId | null,
      option: command.option,
      text: command.text,
      at: now(),
      settled: null,
      withdrawnAt: null,
    }
    await records.commit(remarkRows(plenum, 'made', remark))
    return remark
  })

/** What becomes of it: the text was changed, it stays as a note, or it is not followed, with a reason. */
export const settleRemark = (
  plenum: Plenum,
  id: string,
  { how, reason, proposal }: z.output<typeof settleCommand>,
): Promise<Remark> =>
  plenum.change(async () => {
    const { now, records } = plenum.ports
    const known = standing(plenum, id)
    const isSame = known.settled?.how === how && known.settled.reason === reason
    if (isSame && known.settled?.proposal === proposal) return known
    if (how === 'overruled' && !hasVisibleText(reason)) throw new Refusal('consentReason')
    if (proposal !== null && records.get('proposal', proposal)?.result !== known.result)
      throw new Refusal('badRequest', { field: 'proposal' })
    const remark = settledAs(known, { how, reason, proposal, at: now() })
    await records.commit(remarkRows(plenum, 'settled', remark))
    return remark
  })

/** Takes back what was entered by mistake. The row stays. */
export const withdrawRemark = (plenum: Plenum, id: string): Promise<Remark> =>
  plenum.change(async () => {
    const { now, records } = plenum.ports
    const known = records.get('remark', id)
    if (known?.withdrawnAt) return known
    const remark: Remark = { ...standing(plenum, id), withdrawnAt: now() }
    await records.commit(remarkRows(plenum, 'withdrawn', remark))
    return remark
  })

const standing = (plenum: Plenum, id: string): Remark => {
  const known = plenum.ports.records.get('remark', id)
  if (!known || known.withdrawnAt !== null) throw new Refusal('notFound')
  return known
}
