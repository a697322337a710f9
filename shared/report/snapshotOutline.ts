import {
  bold,
  heading,
  paragraph,
  quiet,
  run,
  words,
  writtenBlocks,
  type Outline,
  type OutlineBlock,
} from './outline.ts'
import { longDay } from './reportDates.ts'
import { groupTitle, titleOf } from './reportOutline.ts'
import type { ReportEvent } from './reportEvent.ts'
import { reportTexts, type ReportTexts } from './reportTexts.ts'
import { levelList, tagList } from './resultBlocks.ts'
import type { SnapshotGroup, SnapshotNote, SnapshotReport } from './snapshotReport.ts'

/** The Fotoprotokoll: every note word for word, then what was laid aside. */
export const snapshotOutline = ({ event, counts, groups, withAuthors }: SnapshotReport): Outline => {
  const texts = reportTexts[event.language]
  const title = titleOf(texts.snapshotTitle, event)
  const day = longDay(event.date, event)
  const trays = groups.filter(({ tray }) => tray.length > 0)
  return {
    title,
    language: event.language,
    footer: title,
    page: texts.page,
    blocks: [
      heading(1, title),
      {
        ...paragraph(...(event.subtitle ? [bold(words(event.subtitle)), run(`, ${day}`)] : [run(day)])),
        intro: true,
      },
      { type: 'quote', runs: [run(texts.snapshotNote(withAuthors))] },
      paragraph(
        run(texts.snapshotCounts(counts.notes, counts.marked)),
        run(counts.tray > 0 ? ` ${texts.trayCount(counts.tray)}` : ''),
        run(counts.originals > 0 ? ` ${texts.originalsCount(counts.originals)}` : ''),
      ),
      ...groups.flatMap((group) => groupBlocks(group, event)),
      ...(trays.length > 0 ? [heading(2, texts.tray), paragraph(run(texts.trayNote))] : []),
      ...trays.flatMap((group) => [heading(3, groupTitle(group)), entries(group.tray, event)]),
    ],
  }
}

const groupBlocks = (group: SnapshotGroup, event: ReportEvent): OutlineBlock[] => {
  const texts = reportTexts[event.language]
  return [
    heading(2, groupTitle(group)),
    ...group.questions.flatMap(({ id, text, clusters }) => {
      const alone = clusters.length === 1 && clusters[0]?.title === null
      return [
        heading(3, id === null ? texts.noQuestion : `${id}. ${words(text)}`),
        ...(clusters.length === 0 ? [paragraph(quiet(texts.noNotes))] : []),
        ...clusters.flatMap(({ title, notes }) => [
          ...(alone
            ? []
            : [heading(4, title === null ? texts.noCluster : words(title) || texts.untitledCluster)]),
          entries(notes, event),
        ]),
      ]
    }),
    ...(group.parkingLot.length > 0 ? [heading(3, texts.parkingLot), entries(group.parkingLot, event)] : []),
  ]
}

const entries = (notes: readonly SnapshotNote[], event: ReportEvent): OutlineBlock => ({
  type: 'entries',
  items: notes.map((note) => ({
    label: note.number ?? reportTexts[event.language].noNumber,
    blocks: [...writtenBlocks(note.blocks), paragraph(quiet(about(note, event))), ...comments(note, event)],
  })),
})

const about = (note: SnapshotNote, event: ReportEvent): string => {
  const texts = reportTexts[event.language]
  const parts = [
    note.kind,
    levelList(note.levels, event),
    tagList(note.tags, event),
    note.marked ? texts.forPlenum : '',
    ...score(note, texts),
    note.author ? texts.by(words(note.author)) : '',
    note.from.length > 0 ? texts.noteFrom(note.from.join(', ')) : '',
    note.mergedIn ? texts.noteIn(note.mergedIn) : '',
    note.related.length > 0 ? `${texts.related} ${note.related.join(', ')}` : '',
  ]
  return parts.filter(Boolean).join(' · ')
}

/** Totals only, and the hands apart. */
const score = ({ points, resistance }: SnapshotNote, texts: ReportTexts): string[] => [
  ...(points ? [texts.notePoints(points.points)] : []),
  ...(points && points.byHand > 0 ? [texts.handPoints(points.byHand)] : []),
  ...(resistance ? [texts.resistance(resistance)] : []),
]

/** What was said about a note, in the order in which it was said. */
const comments = (note: SnapshotNote, event: ReportEvent): OutlineBlock[] => {
  const texts = reportTexts[event.language]
  if (note.comments.length === 0) return []
  const items = note.comments.map(({ text, author, isSettled }) => [
    paragraph(quiet(`${texts.comment(author ? words(author) : null, isSettled)}:`)),
    ...writtenBlocks(text.split('\n').map((line) => ({ type: 'paragraph', spans: [{ text: line }] }))),
  ])
  return [{ type: 'list', ordered: false, items }]
}
