import { createHash } from 'node:crypto'
import type { DecisionId } from '#shared/ids.ts'
import { blocksOf } from '#shared/note.ts'
import { Refusal } from '#shared/refusal.ts'
import { decidedText, wordingsOf, type Decision, type Result } from '#shared/result.ts'
import type { decideCommand } from '#shared/commands.ts'
import type * as z from 'zod'
import type { Plenum } from './plenum.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/**
 * Records a decision over one result or a block. It is bound to the exact texts that were on the screen:
 * if one of them has changed meanwhile, nothing is decided and whoever decides is told.
 */
export const decide = (plenum: Plenum, command: z.output<typeof decideCommand>): Promise<Decision> =>
  plenum.change(async () => {
    const { plan, newId, now } = plenum.ports
    for (const option of Object.keys(command.counts))
      if (!plan.consent.some(({ id }) => id === option)) throw new Refusal('badRequest', { field: 'counts' })
    const results = command.results.map(({ id }) => plenum.result(id))
    const group = (results[0] as Result).group
    if (results.some((result) => result.group !== group || result.dissolvedAt !== null))
      throw new Refusal('outdated')
    const made: { decision?: Decision } = {}
    const room = await plenum.room()
    await room.edit((doc) => {
      const decided = results.map((result, at) => {
        const wording = wordingsOf(doc).get(result.id)
        const text = decidedText(result, wording ? blocksOf(wording) : [])
        if (text !== command.results[at]?.text)
          throw new Refusal('textChanged', { result: plenum.nameOf(result) })
        return { id: result.id, text, sha256: sha256(text) }
      })
      const decision: Decision = {
        id: newId<DecisionId>(),
        at: now(),
        group,
        results: decided,
        outcome: command.outcome,
        counts: command.counts,
        sentence: command.sentence,
        withdrawnAt: null,
      }
      made.decision = decision
      return [{ table: 'decision', id: decision.id, value: decision }]
    })
    return made.decision as Decision
  })

/** Takes back a decision that was recorded by mistake. The row stays. */
export const withdrawDecision = (plenum: Plenum, id: string): Promise<Decision> =>
  plenum.change(async () => {
    const known = plenum.ports.records.get('decision', id)
    if (!known) throw new Refusal('notFound')
    const withdrawn: Decision = { ...known, withdrawnAt: plenum.ports.now() }
    await plenum.ports.records.commit([{ table: 'decision', id, value: withdrawn }])
    return withdrawn
  })
