import type { Result } from '#shared/result.ts'
import { memberOf, readsOnWall, resultOf, wordResults, type PlenumTable } from './plenumTable.ts'
import type { SampleResult } from './sampleDay.ts'

/** With the one that changes a wording after an objection they are twenty. */
const counts = { taken: 8, adapted: 3, declined: 8 } as const
type Fate = keyof typeof counts

/** A word in the middle of a wording: what somebody misses there, and where. */
const missedWord = (wording: string): { readonly at: number; readonly word: string } => {
  const words = wording.split(' ')
  const before = words.slice(0, Math.floor(words.length / 2))
  return { at: before.join(' ').length + 1, word: `${words[before.length] ?? ''} ` }
}
const withoutMissedWord = (wording: string): string => {
  const { at, word } = missedWord(wording)
  return wording.slice(0, at) + wording.slice(at + word.length)
}
const isPlain = ({ wording, proposals }: SampleResult) => proposals.length === 0 && !/[*_\n]/.test(wording)

/**
 * Members propose other words from their phones: some words are missing in the first wordings and are put in as proposed,
 * or in the moderators' own words; other proposals are declined with a reason. In the end the wordings are those of the day.
 */
export const playProposals = async (
  table: PlenumTable,
  wordingOf: (sample: SampleResult) => string,
): Promise<number> => {
  const plain = table.day.results.filter(isPlain)
  const missing = plain.slice(0, counts.taken + counts.adapted)
  const kept = plain.slice(missing.length, missing.length + counts.declined)
  if (kept.length < counts.declined)
    throw new Error('The sample day has too few plain wordings for proposals.')
  await wordResults(table, missing, (sample) => withoutMissedWord(wordingOf(sample)))
  const jobs: readonly (readonly [SampleResult, Fate])[] = [
    ...missing.map((sample, at) => [sample, at < counts.taken ? 'taken' : 'adapted'] as const),
    ...kept.map((sample) => [sample, 'declined'] as const),
  ]
  const ids = await Promise.all(jobs.map(([sample, fate], at) => propose(table, sample, fate, at, wordingOf)))
  for (const [at, [sample, fate]] of jobs.entries())
    await settle(table, ids[at] as string, fate, wordingOf(sample))
  await readsOnWall(table, [...missing, ...kept], wordingOf)
  return jobs.length
}

const propose = async (
  table: PlenumTable,
  sample: SampleResult,
  fate: Fate,
  at: number,
  wordingOf: (sample: SampleResult) => string,
): Promise<string> => {
  const whole = wordingOf(sample)
  const id = `proposal-${sample.id}`
  const result = resultOf(table, sample.id)
  const missed = missedWord(whole)
  const body =
    fate === 'declined'
      ? { base: whole, from: 0, to: 0, text: 'Grundsätzlich: ', reason: 'Lässt Ausnahmen zu.' }
      : {
          base: withoutMissedWord(whole),
          from: missed.at,
          to: missed.at,
          text: fate === 'taken' ? missed.word : `(${missed.word.trim()}) `,
          reason: 'Hier fehlt ein Wort.',
        }
  await sendProposal(table, result, at * 3, { id, ...body })
  return id
}

/** What a member sends from the phone; the answer is lost once, and it is sent again. */
export const sendProposal = async (
  table: PlenumTable,
  result: Result,
  member: number,
  body: {
    readonly id: string
    readonly base: string
    readonly from: number
    readonly to: number
    readonly text: string
    readonly reason: string
  },
): Promise<void> => {
  for (let times = 0; times < 2; times++)
    await memberOf(table, member).send('POST', `/plenum/results/${result.id}/proposals`, body)
}

const settle = ({ chair }: PlenumTable, id: string, how: Fate, whole: string): Promise<unknown> =>
  chair.send('POST', `/plenum/proposals/${id}/settle`, {
    how,
    reason: how === 'declined' ? 'Der Satz soll ohne Einschränkung gelten.' : '',
    ...(how === 'adapted' ? { text: whole } : {}),
  })
