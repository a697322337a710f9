import { expect, test } from 'vitest'
import { renderSnapshotMarkdown } from '../../server/export/markdown.ts'
import { buildSnapshotReport } from '#shared/report/snapshotReport.ts'
import { snapshotOutline } from '#shared/report/snapshotOutline.ts'
import { outlineText, writtenBlocks } from '#shared/report/outline.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { rawNotes, snapshotInput } from '../kit/sampleDay.ts'

const outline = (input: ReturnType<typeof snapshotInput>) =>
  snapshotOutline(buildSnapshotReport(input)).blocks
const text = (input: ReturnType<typeof snapshotInput>) => outlineText(outline(input))

test('X5 the Fotoprotokoll holds every note unedited, once, in the order group, Teilfrage, cluster, creation', () => {
  const entries = outline(snapshotInput(rawNotes)).flatMap((block) =>
    block.type === 'entries' ? block.items : [],
  )
  expect(entries).toHaveLength(rawNotes.length)
  for (const raw of rawNotes) {
    const own = entries.filter(({ label }) => label === raw.id)
    expect(own).toHaveLength(1)
    expect(outlineText(own[0]?.blocks ?? [])).toContain(outlineText(writtenBlocks(parseNoteText(raw.text))))
  }
  const groups = entries.map(({ label }) => label[0])
  expect(groups).toEqual([...groups].sort())
  const parked = rawNotes
    .filter(({ group, kind }) => group === 'A' && kind === 'parking-lot')
    .map(({ id }) => id)
  const ofA = entries.map(({ label }) => label).filter((label) => label.startsWith('A'))
  expect(ofA.slice(-parked.length)).toEqual(parked)
  expect(ofA.slice(0, 2)).toEqual(['A-01', 'A-03'])
})

test('X5 headings lead to group, Teilfrage, cluster and Themenspeicher; facts stand beneath each note', () => {
  const markdown = renderSnapshotMarkdown(buildSnapshotReport(snapshotInput(rawNotes)))
  expect(markdown).toContain('## A. Grundsätze und Rollen\n\n### A1. Was sind')
  expect(markdown).toContain('#### Kernaufgaben vor Ort\n')
  expect(markdown.match(/^#### Ohne Cluster$/gm)?.length).toBe(3)
  // Notes without a cluster come last.
  expect(markdown).not.toMatch(/^#### Ohne Cluster\n[^#]*\n####/m)
  expect(markdown.match(/^### Themenspeicher$/gm)).toHaveLength(4)
  expect(markdown).toContain(
    '*Leitlinie · Kreisverband, Ortsverein · Menschlichkeit, Unparteilichkeit · fürs Plenum*',
  )
  expect(markdown.match(/ · fürs Plenum\*/g)).toHaveLength(32)
  expect(markdown).toContain('142 Karten, davon 32 fürs Plenum markiert.')
})

test('X5 what was laid aside stands at the end and is counted; empty notes are left out, and that is said', () => {
  const input = snapshotInput([
    ...rawNotes,
    { ...(rawNotes[0] as (typeof rawNotes)[0]), id: 'A-90', text: ' \u200b ' },
  ])
  const tray = new Set(['n-A-02', 'n-C-03'])
  const groups = input.groups.map((group) => ({
    ...group,
    notes: group.notes.map((note) => (tray.has(note.id) ? { ...note, trashedAt: 5 } : note)),
  }))
  const printed = text({ ...input, groups })
  const [before, after] = printed.split('\nAblage\n')
  expect(before).toContain(
    '140 Karten, davon 31 fürs Plenum markiert. Zwei weitere Karten liegen in der Ablage.',
  )
  expect(before).toContain('Weggelassen sind nur Karten ohne Text.')
  expect(before).not.toMatch(/A-02|C-03/)
  expect(after).toMatch(
    /beiseitegelegt[\s\S]*A\. Grundsätze[\s\S]*A-02 Verweisberatung reicht nicht![\s\S]*C\. Standards[\s\S]*C-03/,
  )
  expect(printed).not.toContain('A-90')
})

test('X5 names of authors are printed only when asked for', () => {
  expect(text(snapshotInput(rawNotes))).not.toContain('von Kreisverband 1')
  expect(text(snapshotInput(rawNotes))).toContain('Ohne Namen.')
  const named = text(snapshotInput(rawNotes, true))
  expect(named.match(/ · von /g)).toHaveLength(rawNotes.length)
})
