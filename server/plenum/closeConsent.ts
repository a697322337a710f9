import { randomInt } from 'node:crypto'
import type { Person } from '#shared/api.ts'
import type { DecisionId, ResultId } from '#shared/ids.ts'
import { cleanText } from '#shared/note.ts'
import type { Consent, ConsentBallot } from '#shared/plenum/consent.ts'
import type { ConsentView } from '#shared/plenum/consentAnswer.ts'
import type { closeConsentCommand } from '#shared/plenum/consentCommands.ts'
import { blockingCount, consentCount, countSum } from '#shared/plenum/consentCount.ts'
import type { Remark } from '#shared/plenum/remark.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Decision } from '#shared/result.ts'
import type * as Y from 'yjs'
import type * as z from 'zod'
import type { App } from '../app.ts'
import { wipeTraces } from '../day/wipeTraces.ts'
import type { RecordChange } from '../records.ts'
import { ballotsOf, forgetRows } from './consentBallots.ts'
import { consentOf, consentRows, openConsentOf, viewOf } from './consents.ts'
import { decisionRows, textNow } from './decisions.ts'
import { nextRemarkNumber, openObjectionsAt, remarkRows, settledAs } from './remarks.ts'

type Close = z.output<typeof closeConsentCommand>

/**
 * Counts, and keeps nothing but what was counted: the decision, its counts and the reasons come in and the answers go out
 * in one commit, then the store's files are wiped (W9). Closed already, it only makes sure of that. A text that is no
 * longer the one that was asked about is not decided: the question is broken off instead.
 */
export const closeConsent = (app: App, person: Person, id: string, command: Close): Promise<ConsentView> =>
  ending(app, person, id, async (consent) => {
    const room = await app.plenum.room()
    await room.edit((doc) =>
      isAsAsked(app, doc, consent)
        ? closingRows(app, consent, command)
        : breakRows(app, consent, 'textChanged'),
    )
  })

/** Ends it without an answer. */
export const breakConsent = (app: App, person: Person, id: string): Promise<ConsentView> =>
  ending(app, person, id, async (consent) => {
    await app.records.commit(breakRows(app, consent, 'withdrawn'))
  })

/** Breaks the running question off as soon as one of its texts changes, whoever changed it. */
export const watchConsents = (app: App): void => {
  const { plenum, records, rooms } = app
  const look = () => {
    const open = openConsentOf(records)
    if (!open) return
    const check = async () => {
      const room = await plenum.room()
      if (await room.read((doc) => isAsAsked(app, doc, open))) return
      await app.day.inOrder(async () => {
        await plenum.inOrder(async () => {
          const now = openConsentOf(records)
          if (now?.id === open.id) await records.commit(breakRows(app, now, 'textChanged'))
        })
        await wipeTraces(app.day)
      })
    }
    check().catch(plenum.ports.onFault)
  }
  rooms.onCommitted((place) => {
    if (place.kind === 'plenum') look()
  })
  records.onChange((changes) => {
    if (changes.some(({ table }) => table === 'result' || table === 'consent')) look()
  })
  look()
}

const ending = (
  app: App,
  person: Person,
  id: string,
  end: (consent: Consent) => Promise<void>,
): Promise<ConsentView> =>
  app.day.inOrder(async () => {
    await app.plenum.inOrder(async () => {
      const consent = consentOf(app.records, id)
      if (consent.closedAt === null) await end(consent)
    })
    await wipeTraces(app.day)
    return viewOf(app, person)(consentOf(app.records, id))
  })

const isAsAsked = ({ plenum }: App, doc: Y.Doc, consent: Consent): boolean =>
  consent.results.every(({ id, text }) => {
    const result = plenum.ports.records.get('result', id)
    return result?.dissolvedAt === null && textNow(doc, result) === text
  })

const breakRows = (app: App, consent: Consent, broken: 'textChanged' | 'withdrawn'): RecordChange[] => {
  const at = app.now()
  return [
    ...consentRows(app.plenum, 'broken', { ...consent, closedAt: at, broken }),
    ...forgetRows(app.records, consent.id, at),
  ]
}

const closingRows = (app: App, consent: Consent, command: Close): RecordChange[] => {
  const { records, plan, plenum, newId, now } = app
  const at = now()
  const ballots = [...ballotsOf(records, consent.id).values()]
  const hands = records.get('consentHands', consent.id) ?? {}
  const counts = consentCount(plan.consent, ballots, hands)
  if (countSum(counts) === 0) throw new Refusal('consentEmpty')
  const blocking = blockingCount(plan.consent, counts)
  const lifted = blocking === 0 ? liftedObjections(app, consent) : []
  const stillOpen = openObjectionsAt(plenum, idsOf(consent)).length - lifted.length
  const byRule = blocking === 0 && stillOpen === 0 ? 'adopted' : 'open'
  const asked = command.outcome === 'adopted' ? undefined : command.outcome
  const decision: Decision = {
    id: newId<DecisionId>(),
    at,
    group: consent.group,
    results: consent.results,
    outcome: asked ?? byRule,
    counts,
    sentence: cleanText(command.sentence).trim(),
    withdrawnAt: null,
  }
  const closed: Consent = { ...consent, closedAt: at, hands, counts, decision: decision.id }
  return [
    ...consentRows(plenum, 'closed', closed),
    ...decisionRows(plenum, 'made', decision),
    ...remarksFrom(app, consent, decision, ballots).flatMap((remark) => remarkRows(plenum, 'made', remark)),
    ...lifted.flatMap((remark) =>
      remarkRows(plenum, 'settled', settledAs(remark, { how: 'changed', reason: '', at, proposal: null })),
    ),
    ...forgetRows(records, consent.id, at),
  ]
}
const idsOf = ({ results }: Consent): ResultId[] => results.map(({ id }) => id)

/** Objections to an earlier text: it was changed since, and nobody objects to it now. */
const liftedObjections = ({ plenum, records }: App, consent: Consent): Remark[] =>
  openObjectionsAt(plenum, idsOf(consent)).filter((remark) => {
    const attempt = remark.decision && records.get('decision', remark.decision)
    if (!attempt) return false
    const about = remark.isOfBlock
      ? attempt.results
      : attempt.results.filter(({ id }) => id === remark.result)
    return about.some(({ id, text }) => consent.results.some((one) => one.id === id && one.text !== text))
  })

/** Reasons without names, in an order that says nothing about who gave them, or when. */
const remarksFrom = (
  { plenum, newId }: App,
  consent: Consent,
  { id, at }: Decision,
  ballots: readonly ConsentBallot[],
): Remark[] => {
  const first = nextRemarkNumber(plenum)
  return shuffled(ballots.filter(({ reason }) => reason !== '')).map(
    ({ option, reason, result }, place): Remark => ({
      id: newId(),
      number: first + place,
      result: result ?? (idsOf(consent)[0] as ResultId),
      isOfBlock: result === null && consent.results.length > 1,
      decision: id,
      option,
      text: reason,
      at,
      settled: null,
      withdrawnAt: null,
    }),
  )
}
const shuffled = <T>(all: readonly T[]): T[] => {
  const left = [...all]
  return all.map(() => left.splice(randomInt(left.length), 1)[0] as T)
}
