import type { PlenumAnswer } from '#shared/api.ts'
import { addNote, notesOf } from '#shared/board.ts'
import { readGathered, type GatheredNote } from '#shared/gather.ts'
import type { KindId, NoteId, NoteRef } from '#shared/ids.ts'
import { blocksOf } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { decidedText, wordingsOf, type Result } from '#shared/result.ts'
import { docSays, notesOfGroup, openVenue, plenumOf, soon, type Guest, type Live } from './venue.ts'

/** A venue with staff and a moderator of the Plenum, where notes are written, marked and made into results. */
export const openPlenumDay = async (settings: Record<string, string> = {}) => {
  const venue = await openVenue(settings)
  const staff = await venue.join('staff', 'Redaktion')
  const moderator = await venue.join('moderator', 'Moderation Plenum', 'plenum')
  const plan = (await staff.call<{ event: { groups: { id: string }[] } }>('GET', '/me')).body.event
  const boards = new Map<string, Live>()
  for (const { id } of plan.groups) boards.set(id, await staff.open(`group/${id}`))
  const gathered = await staff.open('gathered')
  const plenum = await moderator.open('plenum')
  let count = 0

  const board = (group: string) => boards.get(group) as Live
  const mapOf = (ref: NoteRef) => {
    const [group = '', id = ''] = ref.split('/')
    return notesOf(board(group).doc).get(id)
  }
  const gatheredNotes = (): GatheredNote[] => readGathered(gathered.doc, plan as never)
  const wordingOf = (result: Pick<Result, 'id'>) => {
    const fragment = wordingsOf(plenum.doc).get(result.id)
    return fragment ? blocksOf(fragment) : []
  }

  return {
    ...venue,
    close: () => venue.close(),
    join: venue.join.bind(venue),
    call: venue.call.bind(venue),
    socket: venue.socket.bind(venue),
    staff,
    moderator,
    plenum,
    gathered,
    board,
    mapOf,
    gatheredNotes,
    wordingOf,

    /** A note that stands in the Plenum when this resolves. */
    async mark(group: string, text: string, { kind = 'measure', key = '' } = {}): Promise<NoteRef> {
      const id = `n${++count}` as NoteId
      const ref = `${group}/${id}` as NoteRef
      const note = addNote(board(group).doc, {
        id,
        question: null,
        kind: kind as KindId,
        createdAt: count,
        blocks: parseNoteText(text),
      })
      note.set('forPlenum', key || `k${String(count).padStart(4, '0')}`)
      await docSays(`${ref} in the Plenum`, gathered, () => gatheredNotes().some((one) => one.ref === ref))
      return ref
    },
    async numberOf(ref: NoteRef): Promise<string> {
      const [group = '', id = ''] = ref.split('/')
      const fact = await soon('a number', async () =>
        (await notesOfGroup(staff, group)).find((note) => note.id === id),
      )
      return `${group}-${String(fact.number).padStart(2, '0')}`
    },
    /** A result out of these notes, whose wording has reached the moderator. */
    async make(...sources: NoteRef[]): Promise<Result> {
      const { status, body } = await moderator.call<Result>('POST', '/plenum/results', { sources })
      if (status !== 200) throw new Error(`no result: ${body.error}`)
      await docSays('the wording', plenum, (doc) => wordingsOf(doc).has(body.id))
      return body
    },
    patch: (id: string, change: unknown, who: Guest = moderator) =>
      who.call<Result>('PATCH', `/plenum/results/${id}`, change),
    /** Decides on what the moderator has on the screen. */
    async decide(result: Result, more: Record<string, unknown> = {}) {
      const results = [{ id: result.id, text: decidedText(result, wordingOf(result)) }]
      return moderator.call<PlenumAnswer['decisions'][number]>('POST', '/plenum/decisions', {
        results,
        outcome: 'adopted',
        counts: {},
        ...more,
      })
    },
    result: async (id: string) => (await plenumOf(staff)).results.find((one) => one.id === id) as Result,
  }
}
