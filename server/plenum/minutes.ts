import { noteNumber } from '#shared/ids.ts'
import { plainText } from '#shared/note.ts'
import type { ChangeLine, ChangeMinutes } from '#shared/plenum/minuteCommands.ts'
import type { MinuteLine, MinutesAnswer } from '#shared/plenum/minutesAnswer.ts'
import type { Minute, MinutesHead } from '#shared/plenum/minute.ts'
import { Refusal } from '#shared/refusal.ts'
import { readDecidedText } from '#shared/report/decidedText.ts'
import type { Records } from '../records.ts'
import type { Plenum } from './plenum.ts'

const freshHead: MinutesHead = { title: '', remarks: '' }

/** The minutes in the order of time. Facts were written with what they tell; what was counted stands in its own row. */
export const readMinutes = ({ ports: { records }, state }: Plenum): MinutesAnswer => ({
  ...(records.get('minutes', 'minutes') ?? freshHead),
  isFinal: state.state === 'frozen',
  lines: records
    .all('minute')
    .map(([, minute]) => minute)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map((minute) => lineOf(minute, records)),
})

const lineOf = (minute: Minute, records: Records): MinuteLine => {
  const { fact } = minute
  switch (fact.kind) {
    case 'result': {
      const notes = fact.sources.flatMap((ref) => {
        const row = records.get('note', ref)
        return row ? [noteNumber(row.group, row.number)] : []
      })
      return { ...minute, notes }
    }
    case 'decision': {
      const decision = records.get('decision', fact.decision)
      if (!decision) return minute
      const { counts, results } = decision
      if (fact.did === 'withdrawn') return minute
      const outcome = fact.outcome ?? decision.outcome
      return { ...minute, decision: { outcome, counts }, texts: results.map(textOf) }
    }
    case 'consent': {
      const consent = records.get('consent', fact.consent)
      if (!consent) return minute
      if (fact.did === 'opened') return { ...minute, texts: consent.results.map(textOf) }
      return { ...minute, consent: { counts: consent.counts, broken: consent.broken } }
    }
    case 'remark': {
      const remark = records.get('remark', fact.remark)
      if (!remark) return minute
      const { number, option, settled } = remark
      return { ...minute, said: { number, option, settled: fact.did === 'settled' ? settled : null } }
    }
    case 'points': {
      const vote = records.get('vote', fact.vote)
      if (!vote?.tally || fact.did === 'opened') return minute
      const sum = (points: Readonly<Record<string, number>>) =>
        Object.values(points).reduce((a, b) => a + b, 0)
      return {
        ...minute,
        points: { given: sum(vote.tally.totals), byHand: sum(vote.byHand), voters: vote.tally.voters },
      }
    }
    case 'proposal': {
      const proposal = records.get('proposal', fact.proposal)
      if (!proposal) return minute
      const { reason, settled } = proposal
      const isFollowed = (fact.did === 'taken' || fact.did === 'adapted') && settled?.text
      return {
        ...minute,
        proposal: { reason, answer: settled?.reason ?? '' },
        ...(isFollowed && { texts: [settled.text] }),
      }
    }
    default:
      return minute
  }
}

/** Title and wording of what was decided, as they stood on the screen. */
const textOf = ({ text }: { readonly text: string }): string => {
  const decided = readDecidedText(text)
  if (!decided) return ''
  const wording = plainText(decided.wording).trim()
  // A title that is made of the first words says nothing more.
  const first = decided.title.replace(/\s*…$/, '')
  return wording.startsWith(first) ? wording : [decided.title, wording].filter(Boolean).join('\n')
}

/** Title and remarks may be written at any time, frozen or not. Facts never. */
export const changeMinutes = (plenum: Plenum, change: ChangeMinutes): Promise<MinutesAnswer> =>
  plenum.inOrder(async () => {
    const { records } = plenum.ports
    const known = records.get('minutes', 'minutes') ?? freshHead
    const { title, remarks, before } = change
    if (before?.title !== undefined && before.title !== known.title) throw new Refusal('outdated')
    if (before?.remarks !== undefined && before.remarks !== known.remarks) throw new Refusal('outdated')
    const value = { title: title ?? known.title, remarks: remarks ?? known.remarks }
    if (value.title !== known.title || value.remarks !== known.remarks)
      await records.commit([{ table: 'minutes', id: 'minutes', value }])
    return readMinutes(plenum)
  })

export const changeLine = (
  plenum: Plenum,
  id: string,
  { remark, before }: ChangeLine,
): Promise<MinutesAnswer> =>
  plenum.inOrder(async () => {
    const { records } = plenum.ports
    const known = records.get('minute', id)
    if (!known) throw new Refusal('notFound')
    if (before !== undefined && before !== known.remark && remark !== known.remark)
      throw new Refusal('outdated')
    if (remark !== known.remark) await records.commit([{ table: 'minute', id, value: { ...known, remark } }])
    return readMinutes(plenum)
  })
