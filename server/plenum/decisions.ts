import { createHash } from 'node:crypto'
import type * as Y from 'yjs'
import type { DecisionId } from '#shared/ids.ts'
import { blocksOf } from '#shared/note.ts'
import { Refusal } from '#shared/refusal.ts'
import { decidedText, latestDecision, wordingsOf, type Decision, type Result } from '#shared/result.ts'
import type { decideCommand, sayOutcomeCommand } from '#shared/commands.ts'
import type * as z from 'zod'
import type { RecordChange } from '../records.ts'
import { minuteRow } from './minuteRow.ts'
import type { Plenum } from './plenum.ts'
import { openObjectionsAt, remarkRows, settledAs } from './remarks.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

type Texts = readonly { readonly id: string; readonly text: string }[]

/** The results that are decided together: all of one Leitfrage, and none of them dissolved. */
export const decidable = (plenum: Plenum, texts: Texts): Result[] => {
  const results = texts.map(({ id }) => plenum.result(id))
  const group = (results[0] as Result).group
  if (results.some((result) => result.group !== group || result.dissolvedAt !== null))
    throw new Refusal('outdated')
  if (new Set(texts.map(({ id }) => id)).size < texts.length)
    throw new Refusal('badRequest', { field: 'results' })
  return results
}

/** The text of a result as it stands in the document now. */
export const textNow = (doc: Y.Doc, result: Result): string => {
  const wording = wordingsOf(doc).get(result.id)
  return decidedText(result, wording ? blocksOf(wording) : [])
}

/** The exact texts that were on the screen, each with its SHA-256; refuses if one of them has changed meanwhile. */
export const boundTexts = (plenum: Plenum, doc: Y.Doc, results: readonly Result[], texts: Texts) =>
  results.map((result, at) => {
    const text = textNow(doc, result)
    if (text !== texts[at]?.text) throw new Refusal('textChanged', { result: plenum.nameOf(result) })
    return { id: result.id, text, sha256: sha256(text) }
  })

/** While everyone is being asked about a result, nobody decides it with figures of their own. */
const refuseAsked = ({ ports: { records } }: Plenum, results: readonly { readonly id: string }[]): void => {
  const asked = records
    .all('consent')
    .flatMap(([, consent]) => (consent.closedAt === null ? consent.results : []))
  if (results.some(({ id }) => asked.some((one) => one.id === id))) throw new Refusal('consentRuns')
}

/** A decision with its line of the minutes. */
export const decisionRows = (
  plenum: Plenum,
  did: 'made' | 'withdrawn',
  decision: Decision,
): RecordChange[] => [
  { table: 'decision', id: decision.id, value: decision },
  minuteRow(
    plenum.ports,
    { kind: 'decision', did, decision: decision.id, outcome: decision.outcome },
    {
      name: decision.results.map(({ id }) => plenum.nameOf(plenum.result(id))).join(', '),
      text: decision.sentence,
    },
  ),
]

/**
 * Records a decision over one result or a block. It is bound to the exact texts that were on the screen:
 * if one of them has changed meanwhile, nothing is decided and whoever decides is told.
 */
export const decide = (plenum: Plenum, command: z.output<typeof decideCommand>): Promise<Decision> =>
  plenum.change(async () => {
    const { plan, newId, now } = plenum.ports
    for (const option of Object.keys(command.counts))
      if (!plan.consent.some(({ id }) => id === option)) throw new Refusal('badRequest', { field: 'counts' })
    const results = decidable(plenum, command.results)
    refuseAsked(plenum, command.results)
    const decision: Decision = {
      id: newId<DecisionId>(),
      at: now(),
      group: (results[0] as Result).group,
      results: [],
      outcome: command.outcome,
      counts: command.counts,
      sentence: command.sentence,
      withdrawnAt: null,
    }
    const made = { decision }
    const room = await plenum.room()
    await room.edit((doc) => {
      made.decision = { ...decision, results: boundTexts(plenum, doc, results, command.results) }
      return [...decisionRows(plenum, 'made', made.decision), ...overruled(plenum, made.decision, command)]
    })
    return made.decision
  })

/** Says what became of an attempt that an objection stood in the way of. Its texts and counts stay. */
export const sayOutcome = (
  plenum: Plenum,
  id: string,
  command: z.output<typeof sayOutcomeCommand>,
): Promise<Decision> =>
  plenum.change(async () => {
    const { records } = plenum.ports
    const known = records.get('decision', id)
    if (!known) throw new Refusal('notFound')
    const { outcome, sentence } = command
    if (known.outcome === outcome && known.sentence === sentence) return known
    refuseAsked(plenum, known.results)
    const decisions = records.all('decision').map(([, decision]) => decision)
    const isLatest = known.results.every((result) => latestDecision(result.id, decisions)?.id === id)
    if (known.outcome !== 'open' || known.withdrawnAt !== null || !isLatest) throw new Refusal('outdated')
    const decision: Decision = { ...known, outcome, sentence }
    await records.commit([...decisionRows(plenum, 'made', decision), ...overruled(plenum, decision, command)])
    return decision
  })

/** Objections that are not followed, with the reason; nothing is adopted over one that nobody has settled. */
const overruled = (
  plenum: Plenum,
  { outcome, results, at }: Decision,
  { overrule }: { readonly overrule: string },
): RecordChange[] => {
  if (outcome !== 'adopted') return []
  const ids = results.map(({ id }) => id)
  const open = openObjectionsAt(plenum, ids)
  const first = open[0]
  if (!first) return []
  if (overrule === '')
    throw new Refusal('objectionOpen', { result: plenum.nameOf(plenum.result(first.result)) })
  return open.flatMap((remark) =>
    remarkRows(
      plenum,
      'settled',
      settledAs(remark, { how: 'overruled', reason: overrule, at, proposal: null }),
    ),
  )
}

/** Takes back a decision that was recorded by mistake. The row stays. */
export const withdrawDecision = (plenum: Plenum, id: string): Promise<Decision> =>
  plenum.change(async () => {
    const known = plenum.ports.records.get('decision', id)
    if (!known) throw new Refusal('notFound')
    if (known.withdrawnAt !== null) return known
    const withdrawn: Decision = { ...known, withdrawnAt: plenum.ports.now() }
    await plenum.ports.records.commit(decisionRows(plenum, 'withdrawn', withdrawn))
    return withdrawn
  })
