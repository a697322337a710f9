import { addNote } from '#shared/board.ts'
import type { KindId, NoteId, NoteRef } from '#shared/ids.ts'
import { parseNoteText } from '#shared/noteText.ts'
import type { PresentingAnswer } from '#shared/plenum/presentingAnswer.ts'
import type { Result } from '#shared/result.ts'
import { notesOfGroup, soon, type Guest, type Venue } from './venue.ts'

const texts: Readonly<Record<string, readonly string[]>> = {
  A: [
    '**Ein Haus, viele Türen:** Wer Hilfe braucht, findet sie bei der nächsten Gliederung, gleich welche Ebene zuständig ist.',
    'Aufgaben der Ebenen stehen auf einer Seite, die alle kennen.',
  ],
  B: [
    '**Rote Linie:** Wir wirken nicht an Abschiebungen mit. Keine Auskünfte zu Zimmern, Anwesenheit oder Gesundheitszustand ohne Rechtsgrundlage.',
    'Wir sprechen für die, deren Stimme sonst fehlt, und sagen, in wessen Auftrag.',
    'Kritik verbinden wir mit einem Vorschlag, der sich umsetzen lässt.',
  ],
  C: ['Gleicher Kern, örtliche Vielfalt: Mindeststandards gelten überall.'],
  D: [],
}

/** What four groups bring to the Plenum: numbered cards in it, in order. */
export const handOver = async (venue: Venue): Promise<Readonly<Record<string, readonly NoteRef[]>>> => {
  const refs: Record<string, NoteRef[]> = {}
  for (const [group, notes] of Object.entries(texts)) {
    refs[group] = notes.map((_, at) => `${group}/${group.toLowerCase()}${at + 1}` as NoteRef)
    if (notes.length === 0) continue
    const writer = await venue.join('moderator', `Moderation ${group}`, group)
    const { doc, leave } = await writer.open(`group/${group}`)
    for (const [at, text] of notes.entries())
      addNote(doc, {
        id: `${group.toLowerCase()}${at + 1}` as NoteId,
        question: null,
        kind: (at === 0 ? 'guideline' : 'measure') as KindId,
        createdAt: at + 1,
        blocks: parseNoteText(text),
      }).set('forPlenum', `k${at + 1}`)
    await soon('all numbers', async () => (await notesOfGroup(writer, group)).length === notes.length)
    leave()
  }
  return refs
}

/** A result of these notes, as soon as the Plenum has them. */
export const takeUp = (leader: Guest, ...sources: NoteRef[]): Promise<Result> =>
  soon('a result', async () => {
    const { status, body } = await leader.call<Result>('POST', '/plenum/results', { sources })
    return status === 200 ? body : null
  })

export const presentingOf = async (guest: Guest): Promise<PresentingAnswer> =>
  (await guest.call<PresentingAnswer>('GET', '/plenum/presenting')).body
