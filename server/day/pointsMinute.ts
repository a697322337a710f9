import type { ResultId } from '#shared/ids.ts'
import type { Vote } from '#shared/day/vote.ts'
import { resultNumbers } from '#shared/result.ts'
import { minuteRow } from '../plenum/minuteRow.ts'
import type { RecordChange } from '../records.ts'
import type { Day } from './day.ts'

/** The line of the minutes about points of the Plenum: what may get some, or what each got. Groups have no minutes. */
export const pointsMinute = ({ ports }: Day, did: 'opened' | 'closed', vote: Vote): RecordChange[] => {
  if (vote.stage !== 'plenum' || vote.kind !== 'points') return []
  const { records, plan } = ports
  const results = records.all('result').map(([, result]) => result)
  const decisions = records.all('decision').map(([, decision]) => decision)
  const names = resultNumbers(results, decisions, plan)
  const title = (item: string) => records.get('result', item)?.title ?? ''
  const name = (item: string) => [names.get(item as ResultId), title(item)].filter(Boolean).join(' ')
  const sum = (item: string) => (vote.tally?.totals[item] ?? 0) + (vote.byHand[item] ?? 0)
  const items = did === 'opened' ? vote.items : [...vote.items].sort((a, b) => sum(b) - sum(a))
  const text = items
    .map((item) => (did === 'opened' ? name(item) : `${sum(item)} – ${name(item)}`))
    .join('\n')
  return [minuteRow(ports, { kind: 'points', did, vote: vote.id }, { text })]
}
