import type { ReportEvent } from '../report/reportEvent.ts'
import { addresseeText } from '../report/resultBlocks.ts'
import { labelOf } from '../template.ts'
import type { MinuteLine } from './minutesAnswer.ts'
import { minuteTexts } from './minuteTexts.ts'

/** A line of the minutes as it is read: what happened, to what, whole sentences about it, the text that was shown. */
export type MinuteParts = {
  readonly what: string
  readonly name: string
  readonly sentences: readonly string[]
  /** What was said about it, or read. */
  readonly quote: string
  /** The texts that it was about, in full. */
  readonly texts: readonly string[]
}

/** Said by the kind of the line alone. */
type Words = Pick<MinuteParts, 'what'> & { readonly sentences?: readonly string[] }

export const minuteParts = (line: MinuteLine, event: ReportEvent): MinuteParts => {
  const { what, sentences = [] } = wordsOf(line, event)
  return {
    what,
    name: line.name,
    sentences: sentences.filter(Boolean),
    quote: line.text,
    texts: line.texts ?? [],
  }
}

const wordsOf = (line: MinuteLine, event: ReportEvent): Words => {
  const texts = minuteTexts[event.language]
  const { fact } = line
  switch (fact.kind) {
    case 'phase':
      return { what: fact.phase ? texts.phase : texts.phaseOver }
    case 'presented':
      return { what: texts.presented[fact.presented.kind] }
    case 'result': {
      const notes = line.notes ?? []
      return {
        what: texts.results[fact.did],
        sentences: notes.length > 0 ? [texts.from(notes.join(', '), notes.length === 1)] : [],
      }
    }
    case 'proposal': {
      const { reason = '', answer = '' } = line.proposal ?? {}
      return {
        what: texts.proposals[fact.did],
        sentences: fact.did === 'made' ? [reason && texts.reason(reason)] : [answer && texts.answer(answer)],
      }
    }
    case 'consent': {
      const { counts = null, broken = null } = line.consent ?? {}
      return {
        what: texts.consents[fact.did],
        sentences: [
          fact.did === 'closed' && counts ? countsText(counts, event) : '',
          fact.did === 'broken' && broken ? texts.broken[broken] : '',
        ],
      }
    }
    case 'decision': {
      const what = texts.decisions[fact.did]
      if (!line.decision || fact.did === 'withdrawn') return { what }
      const { outcome, counts } = line.decision
      return { what, sentences: [`${texts.outcomes[outcome]}.`, countsText(counts, event)] }
    }
    case 'remark': {
      const { number, option = '', settled = null } = line.said ?? {}
      const label = event.consent.find(({ id }) => id === option)
      return {
        what: texts.said[fact.did],
        sentences: [
          number === undefined ? '' : texts.noteOf(number, label ? labelOf(label, event.language) : option),
          settled ? texts.settled[settled.how] : '',
          settled?.reason ? texts.reason(settled.reason) : '',
        ],
      }
    }
    case 'fate': {
      const to = addresseeText(fact.addressee, event)
      return {
        what: texts.fate,
        sentences: [
          texts.fates[fact.as ?? 'none'],
          fact.as === 'parked' && to ? texts.goesTo(to) : '',
          fact.reason ? texts.reason(fact.reason) : '',
        ],
      }
    }
    case 'points': {
      const { points } = line
      const given = points ? texts.given(points.given, points.voters) : ''
      const byHand = points && points.byHand > 0 ? `, ${texts.byHand(points.byHand)}` : ''
      return { what: texts.points[fact.did], sentences: [given && `${given}${byHand}.`] }
    }
    case 'version':
      return { what: texts.versions[fact.did], sentences: [] }
  }
}

/** Zustimmung 45, Zustimmung mit Bedenken 5, Einwand 0, Enthaltung 2. */
const countsText = (counts: Readonly<Record<string, number>>, event: ReportEvent): string => {
  if (Object.keys(counts).length === 0) return ''
  const known = event.consent.map((option) => `${labelOf(option, event.language)} ${counts[option.id] ?? 0}`)
  const others = Object.entries(counts).flatMap(([id, count]) =>
    event.consent.some((option) => option.id === id) ? [] : [`${id} ${count}`],
  )
  return `${[...known, ...others].join(', ')}.`
}
