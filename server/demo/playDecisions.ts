import type { PlenumAnswer } from '#shared/api.ts'
import type { Consent } from '#shared/plenum/consent.ts'
import type { ConsentsAnswer, ConsentView } from '#shared/plenum/consentAnswer.ts'
import type { Remark } from '#shared/plenum/remark.ts'
import type { Attendee } from './attendee.ts'
import { readsOnWall, resultOf, textOn, type PlenumTable } from './plenumTable.ts'
import { sendProposal } from './playProposals.ts'
import { firstWording, type SampleDecision, type SampleResult } from './sampleDay.ts'
import { shareAnswers, type SharedAnswer } from './shareOut.ts'
import type { TopicEar } from './topicEar.ts'

/** Somebody in the room, with the page of the Plenum open. */
export type Phone = { readonly member: Attendee; readonly ear: TopicEar }
export type Asked = { readonly decision: SampleDecision; readonly slowestMs: number }

/** One decision: everyone is asked on their own phone about the text on the wall, hands are counted, it is closed. */
export const playDecision = async (
  table: PlenumTable,
  phones: readonly Phone[],
  decision: SampleDecision,
): Promise<Asked> => {
  const { chair, wall, day, plan } = table
  const samples = day.results.filter(({ id }) => decision.results.includes(id))
  const reasons = samples.flatMap((sample) => reasonsOf(sample, decision))
  const { answers, hands } = shareAnswers(plan.consent, decision.counts, reasons)
  const askedAt = performance.now()
  const told = phones.map(async ({ member, ear }, at) => {
    const open = await questionOn(member, ear)
    const ms = performance.now() - askedAt
    const answer = answers[at]
    if (answer) await say(table, member, open, answer)
    return ms
  })
  const question = await chair.send<ConsentView>('POST', '/plenum/consents', {
    results: decision.results.map((name) => {
      const result = resultOf(table, name)
      return { id: result.id, text: textOn(wall, result) }
    }),
  })
  const slowestMs = Math.max(...(await Promise.all(told)))
  await chair.send('PUT', `/plenum/consents/${question.id}/hands`, { hands })
  await chair.send('POST', `/plenum/consents/${question.id}/close`, {
    ...(decision.outcome === 'deferred' ? { outcome: 'deferred' } : {}),
    sentence: spokenSentence(decision),
  })
  const known = new Set(samples.map((sample) => resultOf(table, sample.id).id))
  const { remarks } = await chair.get<PlenumAnswer>('/plenum')
  for (const sample of samples)
    for (const { text, outcome } of sample.objections) {
      const remark = remarks.find((one) => one.text === text && known.has(one.result) && !one.settled)
      if (remark) await answerObjection(table, sample, remark, outcome)
    }
  return { decision, slowestMs }
}

/** What the sample says at this result; a text that was changed had its objections before, and its reservations after. */
const reasonsOf = (sample: SampleResult, { outcome, counts }: SampleDecision): SharedAnswer[] => {
  const isAgainst = (counts['objection'] ?? 0) > 0
  const said = (option: string) => (text: string) => ({ option, reason: text, result: sample.id })
  return [
    ...(isAgainst ? sample.objections.map(({ text }) => text).map(said('objection')) : []),
    ...(outcome === 'adopted' ? sample.reservations.map(said('reservation')) : []),
  ]
}

/** The phone hears that something is asked and fetches it. */
const questionOn = async (member: Attendee, ear: TopicEar): Promise<Consent> => {
  for (;;) {
    const told = ear.next('consents')
    const { open } = await member.get<ConsentsAnswer>('/plenum/consents')
    if (open) return open
    await told
  }
}

const say = (table: PlenumTable, member: Attendee, open: Consent, answer: SharedAnswer): Promise<unknown> =>
  member.send('PUT', `/plenum/consents/${open.id}/answer`, {
    option: answer.option,
    reason: answer.reason,
    result: answer.result && resultOf(table, answer.result).id,
  })

/** Stays as a note, or leads to other words that a member proposes. */
const answerObjection = async (
  table: PlenumTable,
  sample: SampleResult,
  remark: Remark,
  outcome: string,
): Promise<void> => {
  const { chair } = table
  const isResolved = outcome === 'resolved'
  const proposal = isResolved ? `proposal-${sample.id}` : null
  if (proposal) {
    const before = firstWording(sample)
    await sendProposal(table, resultOf(table, sample.id), 7, {
      id: proposal,
      base: before,
      from: 0,
      to: before.length,
      text: sample.wording,
      reason: remark.text,
    })
    await chair.send('POST', `/plenum/proposals/${proposal}/settle`, { how: 'taken' })
    await readsOnWall(table, [sample], ({ wording }) => wording)
  }
  await chair.send('POST', `/plenum/remarks/${remark.id}/settle`, {
    how: isResolved ? 'changed' : outcome,
    ...(proposal ? { proposal } : {}),
  })
}

/** "Erste Fassung" and "Geänderte Fassung" are what the report itself finds out; so is what was objected. */
export const spokenSentence = ({ text }: SampleDecision): string =>
  (text ?? '').replace(/^(Erste|Geänderte) Fassung\.\s*/, '').replace(/^Einwand: .*$/, '')
