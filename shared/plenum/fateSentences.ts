import { addresseeText } from '../report/resultBlocks.ts'
import type { ReportEvent } from '../report/reportEvent.ts'
import type { Language } from '../template.ts'
import type { CardFate } from './cardsAnswer.ts'
import type { NamedResult, NoteFate } from './fateOf.ts'

const german = {
  adopted: (name: string) => `Angenommen in ${name}.`,
  merged: (name: string) => `Mit anderen Karten zusammengeführt und angenommen in ${name}.`,
  openIn: (name: string) => `Steht in ${name}. Darüber ist noch nicht entschieden.`,
  deferredIn: (name: string) => `Zurückgestellt mit ${name}.`,
  declinedIn: (name: string) => `Nicht angenommen mit ${name}.`,
  deferred: 'Zurückgestellt.',
  declined: 'Nicht aufgenommen.',
  parked: 'Im Themenspeicher. Wer sich darum kümmert, steht noch nicht fest.',
  parkedFor: (who: string) => `Im Themenspeicher. Geht an: ${who}.`,
  mentioned: 'Kein eigenes Ergebnis, aber aufgegriffen.',
  withdrawn: 'Aus dem Plenum zurückgezogen.',
  open: 'Fürs Plenum markiert. Noch wurde nichts dazu gesagt.',
  unmarked: 'In der Gruppe geblieben. Sie steht im Fotoprotokoll.',
  trashed: 'In der Ablage der Gruppe.',
  erased: 'Karte entfernt.',
  carried: (number: string) => `Zusammengelegt in ${number}.`,
  related: (names: string) => `Verwandt mit ${names}.`,
  pointIn: (name: string) => `Genannt in einem offenen Punkt zu ${name}.`,
  point: 'Genannt in einem offenen Punkt.',
  reason: (text: string) => `Grund: ${text}`,
}
const english: typeof german = {
  adopted: (name) => `Adopted in ${name}.`,
  merged: (name) => `Merged with other notes and adopted in ${name}.`,
  openIn: (name) => `Stands in ${name}. That is not decided yet.`,
  deferredIn: (name) => `Deferred with ${name}.`,
  declinedIn: (name) => `Not adopted with ${name}.`,
  deferred: 'Deferred.',
  declined: 'Not taken up.',
  parked: 'In the parking lot. Who takes it is not settled yet.',
  parkedFor: (who) => `In the parking lot. Goes to: ${who}.`,
  mentioned: 'No result of its own, but taken up.',
  withdrawn: 'Withdrawn from the plenary.',
  open: 'Marked for the plenary. Nothing was said about it yet.',
  unmarked: 'Stayed with the group. It is in the record of all notes.',
  trashed: "In the group's tray.",
  erased: 'Note removed.',
  carried: (number) => `Put together into ${number}.`,
  related: (names) => `Related to ${names}.`,
  pointIn: (name) => `Named in an open point of ${name}.`,
  point: 'Named in an open point.',
  reason: (text) => `Reason: ${text}`,
}
const texts: Readonly<Record<Language, typeof german>> = { de: german, en: english }

/** What became of a card, in whole sentences. */
export const fateSentences = (
  {
    fate,
    mergedInto,
    isErased = false,
    isTrashed = false,
  }: Pick<CardFate, 'fate' | 'mergedInto'> & Partial<CardFate>,
  event: Pick<ReportEvent, 'levels' | 'language'>,
  language: Language = event.language,
): string[] => {
  const t = texts[language]
  if (isErased) return [t.erased]
  const own =
    isTrashed && fate.kind === 'unmarked' && !mergedInto ? t.trashed : ownSentence(fate, event, language)
  const points = [...new Set(fate.points.map(({ result }) => (result ? t.pointIn(result.name) : t.point)))]
  return [
    mergedInto ? t.carried(mergedInto) : '',
    own,
    fate.reason ? t.reason(ended(fate.reason)) : '',
    fate.related.length > 0 ? t.related(fate.related.map(calledIn).join(', ')) : '',
    ...points,
  ].filter(Boolean)
}
const ended = (text: string) => (/[.:;!?…][”“"’»)]?$/.test(text) ? text : `${text}.`)
/** L1; a result without a number by its title, in quotes. */
const calledIn = ({ name, title }: NamedResult) => (name === title ? `„${title}“` : name)

const ownSentence = (
  fate: NoteFate,
  event: Pick<ReportEvent, 'levels' | 'language'>,
  language: Language,
): string => {
  const t = texts[language]
  const name = fate.result ? calledIn(fate.result) : ''
  switch (fate.kind) {
    case 'adopted':
      return t.adopted(name)
    case 'merged':
      return t.merged(name)
    case 'deferred':
      return name ? t.deferredIn(name) : t.deferred
    case 'declined':
      return name ? t.declinedIn(name) : t.declined
    case 'parked': {
      const who = fate.addressee ? addresseeText(fate.addressee, { ...event, language } as ReportEvent) : ''
      return who ? t.parkedFor(who) : t.parked
    }
    case 'open':
      return name ? t.openIn(name) : t.open
    default:
      return t[fate.kind]
  }
}
