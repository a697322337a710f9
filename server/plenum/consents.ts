import type { Person } from '#shared/api.ts'
import { screenOf } from '#shared/day/beamerScreen.ts'
import { votesIn } from '#shared/day/vote.ts'
import type { ResultId } from '#shared/ids.ts'
import { cleanText, hasVisibleText } from '#shared/note.ts'
import type { Consent } from '#shared/plenum/consent.ts'
import { maxReasonLength, type ConsentsAnswer, type ConsentView } from '#shared/plenum/consentAnswer.ts'
import type {
  answerConsentCommand,
  consentHandsCommand,
  extendConsentCommand,
  openConsentCommand,
} from '#shared/plenum/consentCommands.ts'
import { Refusal } from '#shared/refusal.ts'
import { may } from '#shared/roles.ts'
import type { Result } from '#shared/result.ts'
import type * as z from 'zod'
import type { App } from '../app.ts'
import type { RecordChange, Records } from '../records.ts'
import { answerRows, ballotsOf } from './consentBallots.ts'
import { boundTexts, decidable } from './decisions.ts'
import { minuteRow } from './minuteRow.ts'
import type { Plenum } from './plenum.ts'

export const openConsentOf = (records: Records): Consent | null =>
  records.all('consent').find(([, { closedAt }]) => closedAt === null)?.[1] ?? null

export const consentOf = (records: Records, id: string): Consent => {
  const consent = records.get('consent', id)
  if (!consent) throw new Refusal('notFound')
  return consent
}

/** A consent with its line of the minutes. */
export const consentRows = (
  plenum: Plenum,
  did: 'opened' | 'closed' | 'broken',
  consent: Consent,
): RecordChange[] => {
  const results = consent.results.map(({ id }) => id)
  const name = results.map((id) => plenum.nameOf(plenum.result(id))).join(', ')
  const fact = { kind: 'consent', did, consent: consent.id, group: consent.group, results } as const
  return [{ table: 'consent', id: consent.id, value: consent }, minuteRow(plenum.ports, fact, { name })]
}

/**
 * Everyone is asked about exactly these texts. The first screen shows them from the same commit on. Asked for twice it is
 * one question.
 */
export const openConsent = (
  app: App,
  person: Person,
  { results: texts, seconds }: z.output<typeof openConsentCommand>,
): Promise<ConsentView> =>
  // The day's order first: the screen is one of its facts.
  app.day.inOrder(() =>
    app.plenum.change(async () => {
      const { plenum, records, now, newId } = app
      const running = openConsentOf(records)
      if (running && isSame(running, texts)) return viewOf(app, person)(running)
      if (running) throw new Refusal('consentRuns')
      if (app.plan.consent.length === 0) throw new Refusal('badRequest', { field: 'consent' })
      const results = decidable(plenum, texts)
      const at = now()
      const fresh: Consent = {
        id: newId(),
        group: (results[0] as Result).group,
        results: [],
        openedAt: at,
        endsAt: at + seconds * 1000,
        closedAt: null,
        broken: null,
        hands: {},
        counts: null,
        decision: null,
      }
      const screen = screenOf(records.get('beamer', 'main'))
      const made = { consent: fresh }
      const room = await plenum.room()
      await room.edit((doc) => {
        made.consent = { ...fresh, results: boundTexts(plenum, doc, results, texts) }
        const show = { kind: 'consent', id: fresh.id } as const
        return [
          ...consentRows(plenum, 'opened', made.consent),
          { table: 'beamer', id: 'main', value: { ...screen, show, page: 0, version: screen.version + 1 } },
        ]
      })
      return viewOf(app, person)(made.consent)
    }),
  )
const isSame = ({ results }: Consent, texts: readonly { id: string; text: string }[]): boolean =>
  results.length === texts.length &&
  results.every(({ id, text }, at) => texts[at]?.id === id && texts[at].text === text)

/** What one answers from now on, for as long as it is open. */
export const answerConsent = (
  app: App,
  person: Person,
  id: string,
  command: z.output<typeof answerConsentCommand>,
): Promise<ConsentView> =>
  app.plenum.inOrder(async () => {
    const { records, plan } = app
    const consent = consentOf(records, id)
    if (!votesIn(person, 'plenum')) throw new Refusal('consentNotYours')
    if (consent.closedAt !== null) throw new Refusal('consentClosed')
    const option = plan.consent.find((one) => one.id === command.option)
    if (!option) throw new Refusal('badRequest', { field: 'option' })
    if (command.result !== null && consent.results.every((one) => one.id !== command.result))
      throw new Refusal('itemUnknown')
    const isAsked = option.needsReason || option.blocks
    const reason = isAsked ? cleanText(command.reason).trim() : ''
    if (option.needsReason && !hasVisibleText(reason)) throw new Refusal('consentReason')
    if ([...reason].length > maxReasonLength)
      throw new Refusal('consentReasonTooLong', { most: String(maxReasonLength) })
    const result = isAsked && consent.results.length > 1 ? (command.result as ResultId | null) : null
    const before = ballotsOf(records, id).get(person.id)
    if (before?.option !== option.id || before.reason !== reason || before.result !== result)
      await records.commit(answerRows(records, id, person.id, { option: option.id, reason, result }))
    return viewOf(app, person)(consent)
  })

/** Answers of people without a device, counted in the room. */
export const setConsentHands = (
  app: App,
  person: Person,
  id: string,
  { hands }: z.output<typeof consentHandsCommand>,
): Promise<ConsentView> =>
  app.plenum.inOrder(async () => {
    const { records, plan } = app
    const consent = consentOf(records, id)
    if (consent.closedAt !== null) throw new Refusal('consentClosed')
    for (const option of Object.keys(hands))
      if (!plan.consent.some((one) => one.id === option)) throw new Refusal('badRequest', { field: 'hands' })
    const value = Object.fromEntries(Object.entries(hands).filter(([, count]) => count > 0))
    await records.commit([{ table: 'consentHands', id, value }])
    return viewOf(app, person)(consent)
  })

/** More time. It informs; nothing is closed by it. */
export const extendConsent = (
  app: App,
  person: Person,
  id: string,
  { endsAt, seconds }: z.output<typeof extendConsentCommand>,
): Promise<ConsentView> =>
  app.plenum.inOrder(async () => {
    const { records, now } = app
    const known = consentOf(records, id)
    if (known.closedAt !== null) throw new Refusal('consentClosed')
    if (known.endsAt !== endsAt) return viewOf(app, person)(known)
    const consent: Consent = { ...known, endsAt: Math.max(now(), known.endsAt) + seconds * 1000 }
    await records.commit([{ table: 'consent', id, value: consent }])
    return viewOf(app, person)(consent)
  })

export const consentsAnswer = (app: App, person: Person): ConsentsAnswer => {
  const all = app.records.all('consent').map(([, consent]) => consent)
  const open = openConsentOf(app.records)
  return {
    open: open && viewOf(app, person)(open),
    past: all
      .filter(({ closedAt }) => closedAt !== null)
      .sort((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1))
      .map((consent) => ({ ...consent, results: consent.results.map(({ id }) => id) })),
  }
}

/** Nobody is told what others answered before it is closed; who leads, and the screens, hear how many have. */
export const viewOf =
  (app: App, person: Person) =>
  (consent: Consent): ConsentView => {
    const { records } = app
    const isOpen = consent.closedAt === null
    const leads = may(person, 'shapePlenum')
    const mayAnswer = isOpen && votesIn(person, 'plenum')
    const ballots = isOpen ? ballotsOf(records, consent.id) : new Map()
    const members = () => records.all('person').filter(([, { role }]) => role === 'member').length
    const counts = isOpen && (leads || person.role === 'beamer')
    return {
      ...consent,
      hands: isOpen ? (leads && records.get('consentHands', consent.id)) || {} : consent.hands,
      mayAnswer,
      mine: (mayAnswer && ballots.get(person.id)) || null,
      answered: counts ? { count: ballots.size, of: members() } : null,
    }
  }
