import { addNote, notesOf } from '#shared/board.ts'
import type { GroupId, NoteId } from '#shared/ids.ts'
import type { UserRole } from '#shared/roles.ts'
import { defaultKind, type EventPlan, type Group } from '#shared/template.ts'
import { newId } from '../newId.ts'
import { Attendee } from './attendee.ts'
import { readSampleDay } from './sampleDay.ts'

const peopleInGroup = 6
const notesOfQuestion = 5

/** Made-up people join every group of an event and write on its board, as a day would begin. */
export const playRehearsal = async (
  origin: string,
  codes: Readonly<Record<UserRole, string>>,
  plan: EventPlan,
): Promise<void> => {
  // Every y-websocket client listens for the end of its process, and here they all live in one.
  const people = plan.groups.length * peopleInGroup
  process.setMaxListeners(Math.max(process.getMaxListeners(), people + 20))
  await Promise.all(plan.groups.map((group) => playGroup(origin, codes, plan, group)))
}

const playGroup = async (
  origin: string,
  codes: Readonly<Record<UserRole, string>>,
  plan: EventPlan,
  { id, questions }: Group,
): Promise<void> => {
  const people: Attendee[] = []
  try {
    const names = Array.from({ length: peopleInGroup }, (_, at) => nameOf(plan, id, at + 1))
    for (const name of names) people.push(await Attendee.join(origin, codes.member, name, id))
    const boards = await Promise.all(people.map((one) => one.open({ kind: 'group', group: id })))
    let count = 0
    for (const question of questions)
      for (const text of textsFor(plan, id, question.id)) {
        const board = boards[count % boards.length]
        if (!board) continue
        const note = newId<NoteId>()
        const blocks = [{ type: 'paragraph', spans: [{ text }] } as const]
        const kind = defaultKind(plan).id
        const at = Date.now()
        board.doc.transact(() =>
          addNote(board.doc, { id: note, question: question.id, kind, createdAt: at, blocks }),
        )
        // What another one sees is on disk.
        await boards[(count + 1) % boards.length]?.until('the card', (doc) => notesOf(doc).has(note))
        count++
      }
  } finally {
    for (const one of people) one.leave()
  }
}

const nameOf = (plan: EventPlan, group: GroupId, number: number): string =>
  plan.language === 'en' ? `Rehearsal ${group}${number}` : `Probe ${group}${number}`

/** Of the sample day where it has such a question, else sentences that say what they are. */
const textsFor = (plan: EventPlan, group: GroupId, question: string): readonly string[] => {
  const known = readSampleDay().notes.filter((note) => note.group === group && note.question === question)
  const texts = plan.language === 'de' ? known.slice(0, notesOfQuestion).map(({ text }) => text) : []
  const word = plan.language === 'en' ? 'Sample card' : 'Beispielkarte'
  return texts.length > 0
    ? texts
    : Array.from({ length: notesOfQuestion }, (_, at) => `${word} ${at + 1} (${question})`)
}
