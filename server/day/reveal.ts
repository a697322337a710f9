import { copyDraft, forgetSent, markSent, unsentDrafts, type DraftNote } from '#shared/day/drafts.ts'
import type { RevealAnswer } from '#shared/day/collectAnswers.ts'
import type { Person } from '#shared/api.ts'
import type { Stage } from '#shared/day/phaseState.ts'
import type { NoteId } from '#shared/ids.ts'
import { notesOf } from '#shared/board.ts'
import { Refusal } from '#shared/refusal.ts'
import { editTogether } from '../rooms/editTogether.ts'
import { claimNote } from '../rooms/noteClaims.ts'
import type { RecordChange } from '../records.ts'
import type { Room } from '../rooms/room.ts'
import type { Day } from './day.ts'
import { membersOf } from './membersOf.ts'
import { wipeTraces } from './wipeTraces.ts'

/**
 * W4: what the members of a group have written for themselves stands on its board, with numbers and (if wished) authors,
 * and the phase is open, in one commit. A second time there is nothing hidden: nothing happens. Without names neither a
 * row nor a document nor a file of the store leads from a note to its author: it stands there under an id of its own, and
 * its text leaves the draft with the same commit, and the store's files before the answer.
 */
export const reveal = (
  day: Day,
  person: Person,
  name: string,
  { withNames }: { readonly withNames: boolean },
): Promise<RevealAnswer> =>
  day.inOrder(async () => {
    const group = day.ledBy(person, name)
    if (group === 'plenum') throw new Refusal('groupUnknown')
    if (!day.state(group)?.isHidden) {
      await wipeTraces(day)
      return { notes: 0 }
    }
    const { records, rooms, plan, now, newId } = day.ports
    const authors = membersOf(records, group).sort((a, b) => compare(a.id, b.id))
    const board = await rooms.place({ kind: 'group', group })
    const drafts = await Promise.all(authors.map(({ id }) => rooms.place({ kind: 'draft', person: id })))
    const answer = await editTogether(records, [board, ...drafts], (edit) => {
      const state = day.state(group)
      if (!state?.isHidden) return { notes: 0 }
      const at = now()
      const copies: Copy[] = []
      drafts.forEach((room, by) =>
        edit(room, (doc) => {
          const author = authors[by] as Person
          for (const draft of unsentDrafts(doc, plan))
            if (draft.group === group) copies.push({ draft, author, room, as: draft.note.id })
          return []
        }),
      )
      copies.sort(inReadingOrder)
      edit(board, (doc) => {
        copies.forEach((copy, rank) => {
          // A stranger's client may have chosen an id that is taken; one's own would lead to oneself.
          if (!withNames || notesOf(doc).has(copy.as)) copy.as = newId<NoteId>()
          const { id, name } = copy.author
          claimNote(
            copyDraft(doc, copy.draft, copy.as, plan),
            withNames ? { person: id, author: name, rank } : { person: null, author: '', rank },
          )
        })
        const open: RecordChange = { table: 'phase', id: group, value: { ...state, isHidden: false } }
        // All of them: not even who has written something is kept for long.
        const traces: RecordChange = {
          table: 'unwiped',
          id: `drafts/${group}`,
          value: { at, drafts: authors.map(({ id }) => id) },
        }
        return withNames ? [open] : [open, traces]
      })
      for (const { draft, room, as } of copies)
        edit(room, () => {
          if (withNames) markSent(draft, as, at)
          else forgetSent(draft)
          return []
        })
      return { notes: copies.length }
    })
    if (!withNames) await wipeTraces(day)
    return answer
  })

/** What people have written hidden is not left behind by the way: it is revealed first. */
export const demandRevealed = async (day: Day, stage: Stage): Promise<void> => {
  if (stage === 'plenum' || !day.state(stage)?.isHidden) return
  const { records, rooms, plan } = day.ports
  const counts = await Promise.all(
    membersOf(records, stage).map(async ({ id }) => {
      const room = await rooms.place({ kind: 'draft', person: id })
      return room.read((doc) => unsentDrafts(doc, plan).filter(({ group }) => group === stage).length)
    }),
  )
  const count = counts.reduce((a, b) => a + b, 0)
  if (count > 0) throw new Refusal('stillHidden', { count: String(count) })
}

type Copy = { readonly draft: DraftNote; readonly author: Person; readonly room: Room; as: NoteId }

const inReadingOrder = (a: Copy, b: Copy): number =>
  a.draft.note.createdAt - b.draft.note.createdAt ||
  compare(a.author.id, b.author.id) ||
  compare(a.draft.note.id, b.draft.note.id)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
