import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addNote } from '#shared/board.ts'
import type { VotesAnswer, VoteView } from '#shared/day/vote.ts'
import type { KindId, NoteId, QuestionId } from '#shared/ids.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { notesOfGroup, soon, type Guest } from './venue.ts'

/** Cards in the list of a group, numbered; they are called `card1`, `card2` … */
export const writeCards = async (guest: Guest, group: string, count: number): Promise<string[]> => {
  const { doc, leave } = await guest.open(`group/${group}`)
  const ids = Array.from({ length: count }, (_, at) => `card${at + 1}`)
  for (const [at, id] of ids.entries())
    addNote(doc, {
      id: id as NoteId,
      question: `${group}1` as QuestionId,
      kind: 'idea' as KindId,
      createdAt: at + 1,
      blocks: parseNoteText(`Karte ${at + 1}`),
    })
  await soon('all numbers', async () => (await notesOfGroup(guest, group)).length === count)
  leave()
  return ids
}

export const openVote = async (
  guest: Guest,
  stage = 'A',
  more: Record<string, unknown> = {},
): Promise<VoteView> => {
  const { status, body } = await guest.call<VoteView>('POST', `/stages/${stage}/votes`, {
    kind: 'points',
    ...more,
  })
  if (status !== 200) throw new Error(`no vote: ${body.error}`)
  return body
}
export const give = (guest: Guest, vote: { id: string }, item: string, points: number | null) =>
  guest.call<VoteView>('PUT', `/votes/${vote.id}/points`, { item, points })
export const giveByHand = (guest: Guest, vote: { id: string }, item: string, points: number) =>
  guest.call<VoteView>('PUT', `/votes/${vote.id}/hand`, { item, points })
export const closeVote = (guest: Guest, vote: { id: string }) =>
  guest.call<VoteView>('POST', `/votes/${vote.id}/close`)
export const votesOf = async (guest: Guest, stage = 'A'): Promise<readonly VoteView[]> =>
  (await guest.call<VotesAnswer>('GET', `/stages/${stage}/votes`)).body.votes

/** Everything in the files of a store that looks like what somebody gave: `{"card1":2,"card3":1}`. */
export const ballotsOnDisk = (dataDir: string): string[] =>
  readdirSync(dataDir).flatMap((file) =>
    [
      ...readFileSync(join(dataDir, file))
        .toString('latin1')
        .matchAll(/(?:"card\d+":\d+,?)+/g),
    ].map(([found]) => found),
  )
/** Files of a store in which this stands. */
export const filesWith = (dataDir: string, word: string): string[] =>
  readdirSync(dataDir).filter((file) => readFileSync(join(dataDir, file)).includes(word))
