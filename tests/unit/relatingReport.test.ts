import { expect, test } from 'vitest'
import type { Comment } from '#shared/comments.ts'
import { gatherable } from '#shared/gather.ts'
import type { CommentId, GroupId, NoteId, NoteRef } from '#shared/ids.ts'
import { outlineText } from '#shared/report/outline.ts'
import { buildResultReport } from '#shared/report/report.ts'
import { snapshotOutline } from '#shared/report/snapshotOutline.ts'
import { buildSnapshotReport, type SnapshotInput } from '#shared/report/snapshotReport.ts'
import { renderSnapshotDocx } from '../../server/export/docx.ts'
import { renderResultMarkdown, renderSnapshotMarkdown } from '../../server/export/markdown.ts'
import { openDocx, textOf } from '../kit/docxText.ts'
import { noteOf, rawNotes, sampleInput, snapshotInput } from '../kit/sampleDay.ts'

const id = (number: string) => `n-${number}` as NoteId
const comment = (note: NoteId, at: number, text: string, isSettled = false): Comment => ({
  id: `c${at}` as CommentId,
  note,
  text,
  createdAt: at,
  settledAt: isSettled ? at : null,
})

/** were put together into A-12, which is related to A-03; B-01 and B-02 into B-04, which lies in the tray. */
const relatedDay = (withAuthors = false): SnapshotInput => {
  const input = snapshotInput(rawNotes, withAuthors)
  const into: Record<string, NoteId> = {
    [id('A-01')]: id('A-12'),
    [id('A-07')]: id('A-12'),
    [id('B-01')]: id('B-04'),
    [id('B-02')]: id('B-04'),
  }
  return {
    ...input,
    groups: input.groups.map((group) => ({
      ...group,
      notes: group.notes.map((note) => ({
        ...note,
        mergedInto: into[note.id] ?? null,
        trashedAt: note.id === id('B-04') ? 9 : null,
      })),
      links:
        group.group === 'A'
          ? new Map([
              [id('A-12'), [id('A-03')]],
              [id('A-03'), [id('A-12')]],
            ])
          : new Map(),
      comments:
        group.group === 'A'
          ? new Map([
              [
                id('A-12'),
                [comment(id('A-12'), 1, '*Wer* genau?\n- Land?'), comment(id('A-12'), 2, 'Gut so.', true)],
              ],
            ])
          : new Map(),
      commentAuthorOf: (_note, one) => (one === 'c1' ? 'Kreisverband 9' : ''),
    })),
  }
}
const entryOf = (input: SnapshotInput, number: string) => {
  const entries = snapshotOutline(buildSnapshotReport(input)).blocks.flatMap((block) =>
    block.type === 'entries' ? block.items : [],
  )
  expect(entries.filter(({ label }) => label === number)).toHaveLength(1)
  return outlineText(entries.find(({ label }) => label === number)?.blocks ?? [])
}

test('X13 what was put together is printed as card and originals, each saying where the other is, and counted once', () => {
  const input = relatedDay()
  expect(entryOf(input, 'A-12')).toContain(' · aus A-01, A-07 · verwandt: A-03')
  expect(entryOf(input, 'A-01')).toMatch(/ · zusammengelegt in A-12$/)
  expect(entryOf(input, 'A-03')).toMatch(/ · verwandt: A-12$/)
  // A-01 was marked for the Plenum; now it stands there in A-12, or not at all.
  expect(entryOf(input, 'A-01')).not.toContain('fürs Plenum')
  const { counts } = buildSnapshotReport(input)
  expect(counts).toEqual({ notes: rawNotes.length - 5, marked: 29, tray: 1, originals: 4 })
  const markdown = renderSnapshotMarkdown(buildSnapshotReport(input))
  expect(markdown).toContain(
    '137 Karten, davon 29 fürs Plenum markiert. Eine weitere Karte liegt in der Ablage. Sie steht am Ende. ' +
      'Vier Karten wurden zusammengelegt. Sie stehen hier auch im Original und zählen nicht mit.',
  )
  const [before, tray = ''] = markdown.split('\n## Ablage\n')
  expect(before).not.toMatch(/\bB-0[124]\b[^,]/)
  for (const number of ['B-01', 'B-02', 'B-04']) expect(tray).toContain(number)
  // Taken apart again it prints as before.
  expect(renderSnapshotMarkdown(buildSnapshotReport(snapshotInput(rawNotes)))).not.toContain('zusammengelegt')
})

test('X13 comments are printed beneath their card, plain, with names only when asked for', async () => {
  const said = entryOf(relatedDay(), 'A-12')
  expect(said).toContain('Kommentar:\n*Wer* genau?\n- Land?\nKommentar (erledigt):\nGut so.')
  expect(entryOf(relatedDay(true), 'A-12')).toContain('Kommentar von Kreisverband 9:\n*Wer* genau?')
  expect(entryOf(relatedDay(true), 'A-12')).toContain('Kommentar (erledigt):')
  const report = buildSnapshotReport(relatedDay())
  expect(renderSnapshotMarkdown(report)).toContain('\\*Wer\\* genau?')
  const docx = textOf(openDocx(await renderSnapshotDocx(report)).document)
  for (const words of ['zusammengelegt in A-12', 'aus A-01, A-07', 'verwandt: A-03', '*Wer* genau?'])
    expect(docx).toContain(words)
})

test('X13 an English event says it in English', () => {
  const input = relatedDay(true)
  const english = { ...input, plan: { ...input.plan, language: 'en' as const } }
  expect(entryOf(english, 'A-12')).toContain('from A-01, A-07 · related: A-03')
  expect(entryOf(english, 'A-12')).toContain('Comment by Kreisverband 9:')
  expect(entryOf(english, 'A-01')).toContain('combined in A-12')
})

test('X13 a note that the Plenum cites and that was put together since reads so, not as withdrawn', () => {
  const input = sampleInput()
  const gathered = input.gathered.map((note) =>
    note.number === 'B-30' ? { ...note, order: null, withdrawn: true, mergedInto: 'B-41' } : note,
  )
  const printed = renderResultMarkdown(buildResultReport({ ...input, gathered }))
  expect(printed).toContain('Zusammengeführt aus A-28, B-30 (zusammengelegt in B-41), C-27.')
  const [first, second] = rawNotes.map((raw, at) => noteOf(raw, at))
  if (!first || !second) throw new Error('the sample has notes')
  const ref = `A/${first.id}` as NoteRef
  const notes = [{ ...first, mergedInto: second.id }, second]
  const [cited] = gatherable('A' as GroupId, notes, (id) => (id === first.id ? 1 : 41), new Set([ref]), 1)
  expect(cited).toMatchObject({ ref, order: null, mergedInto: 'A-41' })
  const [apart] = gatherable('A' as GroupId, [first, second], () => 1, new Set([ref]), 2)
  expect(apart).not.toHaveProperty('mergedInto')
})
