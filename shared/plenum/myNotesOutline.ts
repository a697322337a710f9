import { heading, paragraph, quiet, run, words, writtenBlocks, type Outline } from '../report/outline.ts'
import { longDay } from '../report/reportDates.ts'
import type { ReportEvent } from '../report/reportEvent.ts'
import { titleOf } from '../report/reportOutline.ts'
import { reportTexts } from '../report/reportTexts.ts'
import type { CardFate } from './cardsAnswer.ts'
import { fateSentences } from './fateSentences.ts'

const texts = {
  de: { title: 'Meine Karten', none: 'Sie haben keine Karte mit Nummer geschrieben.' },
  en: { title: 'My notes', none: 'You have written no note with a number.' },
}

/** One person's own cards to take home, each with what became of it. */
export const myNotesOutline = (cards: readonly CardFate[], event: ReportEvent): Outline => {
  const { title: label, none } = texts[event.language]
  const title = titleOf(label, event)
  return {
    title,
    language: event.language,
    footer: title,
    page: reportTexts[event.language].page,
    blocks: [
      heading(1, title),
      {
        ...paragraph(run([words(event.subtitle), longDay(event.date, event)].filter(Boolean).join(', '))),
        intro: true,
      },
      ...(cards.length === 0
        ? [paragraph(run(none))]
        : [
            {
              type: 'entries' as const,
              items: cards.map((card) => ({
                label: card.number,
                blocks: [
                  ...(card.isErased ? [] : writtenBlocks(card.blocks)),
                  paragraph(quiet(words(fateSentences(card, event).join(' ')))),
                ],
              })),
            },
          ]),
    ],
  }
}
