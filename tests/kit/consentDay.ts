import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decidedText, wordingsOf, type Result } from '#shared/result.ts'
import type { NoteRef } from '#shared/ids.ts'
import { addNote } from '#shared/board.ts'
import type { KindId, NoteId } from '#shared/ids.ts'
import { blocksOf } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import type { ConsentsAnswer, ConsentView } from '#shared/plenum/consentAnswer.ts'
import { docSays, soon, type Guest, type Live } from './venue.ts'

type Asked = { readonly id: string; readonly text: string }

/** Results of one group out of notes with these texts, at any server. */
export const makeResults = async (
  moderator: Guest,
  staff: Guest,
  texts: readonly string[],
  group = 'A',
): Promise<{ readonly results: Result[]; readonly plenum: Live }> => {
  const board = await staff.open(`group/${group}`)
  const plenum = await moderator.open('plenum')
  const results: Result[] = []
  for (const [at, text] of texts.entries()) {
    const note = addNote(board.doc, {
      id: `c${at}` as NoteId,
      question: null,
      kind: 'measure' as KindId,
      createdAt: at + 1,
      blocks: parseNoteText(text),
    })
    note.set('forPlenum', `k${at}`)
    const ref = `${group}/c${at}` as NoteRef
    results.push(
      await soon('the note in the Plenum', async () => {
        const { status, body } = await moderator.call<Result>('POST', '/plenum/results', { sources: [ref] })
        return status === 200 && body
      }),
    )
  }
  await docSays('the wordings', plenum, (doc) => results.every(({ id }) => wordingsOf(doc).has(id)))
  board.leave()
  return { results, plenum }
}

/** What a moderator would have on the screen. */
export const shownText = (plenum: Live, result: Result): Asked => {
  const wording = wordingsOf(plenum.doc).get(result.id)
  return { id: result.id, text: decidedText(result, wording ? blocksOf(wording) : []) }
}

export const openConsent = (moderator: Guest, results: readonly Asked[], more: object = {}) =>
  moderator.call<ConsentView>('POST', '/plenum/consents', { results, ...more })
export const openedConsent = async (moderator: Guest, results: readonly Asked[]): Promise<ConsentView> => {
  const { status, body } = await openConsent(moderator, results)
  if (status !== 200) throw new Error(`no consent: ${body.error}`)
  return body
}
export const answer = (
  guest: Guest,
  { id }: { id: string },
  option: string,
  reason = '',
  more: object = {},
) => guest.call<ConsentView>('PUT', `/plenum/consents/${id}/answer`, { option, reason, ...more })
export const raiseHands = (guest: Guest, { id }: { id: string }, hands: Readonly<Record<string, number>>) =>
  guest.call<ConsentView>('PUT', `/plenum/consents/${id}/hands`, { hands })
export const closeConsent = (guest: Guest, { id }: { id: string }, more: object = {}) =>
  guest.call<ConsentView>('POST', `/plenum/consents/${id}/close`, more)
export const breakConsent = (guest: Guest, { id }: { id: string }) =>
  guest.call<ConsentView>('POST', `/plenum/consents/${id}/break`)
export const consentsOf = async (guest: Guest): Promise<ConsentsAnswer> =>
  (await guest.call<ConsentsAnswer>('GET', '/plenum/consents')).body

/** Everything in the files of a store that looks like somebody's answer: `{"option":"agree","reason":…,"result":…}`. */
export const answersOnDisk = (dataDir: string): string[] =>
  readdirSync(dataDir).flatMap((file) =>
    [
      ...readFileSync(join(dataDir, file))
        .toString('latin1')
        .matchAll(/"option":"\w+","reason":"[^"]*","result":/g),
    ].map(([found]) => found),
  )
