import type { Outcome } from './result.ts'
import type { Language } from './template.ts'

/** Every word of the printed documents. */
export type ReportTexts = typeof de

const small = {
  de: [
    'null',
    'ein',
    'zwei',
    'drei',
    'vier',
    'fünf',
    'sechs',
    'sieben',
    'acht',
    'neun',
    'zehn',
    'elf',
    'zwölf',
  ],
  en: [
    'no',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ],
}
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
/** Up to twelve in words, as offices write it. */
const num = (count: number, language: Language) => small[language][count] ?? String(count)
const eine = (count: number) => (count === 1 ? 'eine' : num(count, 'de'))
const listed = (parts: readonly string[], and: string) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`
const und = (parts: readonly string[]) => listed(parts, 'und')
const and = (parts: readonly string[]) => listed(parts, 'and')

/** Templates name kinds in the singular. Only plurals that are certain are made; else the singular stays. */
const germanPlural = (word: string): string => {
  if (!/^\p{L}[\p{L}-]*$/u.test(word)) return word
  if (/e$/.test(word)) return `${word}n`
  if (/(ung|heit|keit|schaft|tion|tät)$/.test(word)) return `${word}en`
  if (/(schlag|satz)$/.test(word)) return word.replace(/a(?=[a-z]+$)/, 'ä') + 'e'
  return /(ziel|schritt|punkt)$/i.test(word) ? `${word}e` : word
}
const englishPlural = (word: string): string => {
  if (!/^\p{L}[\p{L} -]*$/u.test(word)) return word
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, 'ies')
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`
}

const de = {
  plural: germanPlural,
  and: und,
  andWord: 'und',
  quoted: (text: string) => `„${text}“`,
  resultTitle: 'Ergebnisse des Plenums',
  snapshotTitle: 'Fotoprotokoll',
  date: (day: number, month: number, year: number) => `${day}. ${germanMonths[month]} ${year}`,
  shortDate: (day: number, month: number, year: number) =>
    `${String(day).padStart(2, '0')}.${String(month + 1).padStart(2, '0')}.${year}`,
  plenumTime: (start: string, end: string) => `Plenum ${start}–${end}\u00A0Uhr`,
  people: (members: number, moderators: number) =>
    und([
      ...(members > 0 ? [`${members === 1 ? 'eine Person' : `${num(members, 'de')} Teilnehmende`}`] : []),
      ...(moderators > 0 ? [`${eine(moderators)} Moderation${moderators === 1 ? '' : 'en'}`] : []),
    ]),
  version: (number: number, date: string, time: string) => `Fassung ${number}, Stand ${date}, ${time}\u00A0Uhr`,
  versionShort: (number: number) => `Fassung ${number}`,
  draft: 'Arbeitsstand: Das Plenum ist noch nicht abgeschlossen.',
  draftShort: 'Arbeitsstand',
  disclaimer: (kinds: readonly string[], hasLevels: boolean) =>
    `Arbeitsergebnis der Veranstaltung. Es ersetzt keinen Gremienbeschluss: Verbindlich werden ${und(kinds)} erst durch die zuständigen Stellen${hasLevels ? ' der jeweiligen Ebene' : ''}.`,
  results: 'Ergebnisse',
  overview: 'Auf einen Blick',
  fromNotes: (notes: number, groups: number, marked: number) =>
    `Aus ${notes === 1 ? 'einer Karte' : `${notes} Karten`} ${groups === 1 ? 'der Arbeitsgruppe' : `der ${num(groups, 'de')} Arbeitsgruppen`} ${marked === 1 ? 'kam eine' : `kamen ${marked === 0 ? 'keine' : marked}`} ins Plenum.`,
  became: 'Daraus wurden',
  aside: (deferred: number, rejected: number) =>
    upper(
      und([
        ...(deferred > 0
          ? [
              `${num(deferred, 'de')} ${deferred === 1 ? 'Vorschlag wurde' : 'Vorschläge wurden'} zurückgestellt`,
            ]
          : []),
        ...(rejected > 0
          ? [
              `${num(rejected, 'de')} ${rejected === 1 ? 'Vorschlag wurde' : 'Vorschläge wurden'} nicht angenommen`,
            ]
          : []),
      ]),
    ),
  undecidedCount: (count: number) =>
    count === 1
      ? 'Ein Ergebnis ist noch nicht entschieden.'
      : `${upper(num(count, 'de'))} Ergebnisse sind noch nicht entschieden.`,
  changedCount: (count: number) =>
    count === 1
      ? 'Ein Ergebnis ist seit seinem Beschluss geändert.'
      : `${upper(num(count, 'de'))} Ergebnisse sind seit ihrem Beschluss geändert.`,
  mergedCount: (count: number, names: string) =>
    `${count === 1 ? 'Eine Doppelung aus mehreren Gruppen wurde' : `${upper(num(count, 'de'))} Doppelungen aus mehreren Gruppen wurden`} zusammengeführt (${names}).`,
  rule: 'Regel:',
  ruleText: (blocking: readonly string[]) =>
    `Ein Ergebnis ist angenommen, wenn keine Stimme ${listed(
      blocking.map((label) => `„${label}“`),
      'oder',
    )} offen bleibt.`,
  blockRule: 'Unmarkiertes wurde je Leitfrage im Block entschieden, Markiertes einzeln.',
  legend: 'Stimmen stehen in der Reihenfolge',
  noResults: 'Aus dieser Gruppe liegen keine Ergebnisse vor.',
  seeAlso: (names: string) => `Karten dieser Gruppe sind auch in ${names} eingegangen.`,
  number: 'Nr.',
  lead: 'Federführung',
  involved: 'Beteiligt',
  due: 'Bis',
  source: 'Quelle',
  allLevels: 'alle Ebenen',
  from: 'Aus',
  mergedFrom: 'Zusammengeführt aus',
  related: 'verwandt:',
  withdrawn: 'zurückgezogen',
  amended: 'im Plenum geändert',
  undecided: '(noch nicht entschieden)',
  changed: '(geändert seit Beschluss)',
  changedTo: 'Neuer Text, noch nicht beschlossen:',
  noText: '(ohne Text)',
  outcomes: { adopted: 'angenommen', deferred: 'zurückgestellt', rejected: 'nicht angenommen' } as Record<
    Outcome,
    string
  >,
  asideLabels: { deferred: 'Zurückgestellt:', rejected: 'Nicht angenommen:' },
  blockDecision: (group: string, names: string) => `Beschluss Block ${group} (${names}):`,
  singleDecision: (name: string) => `Einzelbeschluss ${name}:`,
  attempts: { first: 'erste Fassung', changed: 'Geänderte Fassung', same: 'Erneute Entscheidung' },
  dissolved: 'aufgelöst',
  reservation: 'Bedenken',
  decisions: 'Beschlüsse',
  openPoints: 'Offene Punkte',
  parkingLot: 'Themenspeicher',
  note: 'Karte',
  topic: 'Thema',
  goesTo: 'Geht an',
  nextSteps: 'Weitere Schritte',
  snapshotNote: (withAuthors: boolean) =>
    `Alle Karten im Wortlaut, nach Arbeitsgruppe, Teilfrage, Cluster und Entstehung. ${withAuthors ? 'Mit Namen.' : 'Ohne Namen.'} Weggelassen sind nur Karten ohne Text.`,
  snapshotCounts: (notes: number, marked: number) =>
    `${notes === 1 ? 'Eine Karte' : `${notes} Karten`}, davon ${marked === 0 ? 'keine' : marked === 1 ? 'eine' : marked} fürs Plenum markiert.`,
  trayCount: (count: number) =>
    count === 1
      ? 'Eine weitere Karte liegt in der Ablage. Sie steht am Ende.'
      : `${upper(num(count, 'de'))} weitere Karten liegen in der Ablage. Sie stehen am Ende.`,
  noQuestion: 'Ohne Teilfrage',
  noCluster: 'Ohne Cluster',
  untitledCluster: 'Cluster ohne Titel',
  noNotes: 'Hier liegt keine Karte.',
  noNumber: 'ohne Nr.',
  forPlenum: 'fürs Plenum',
  by: (name: string) => `von ${name}`,
  tray: 'Ablage',
  trayNote: 'Diese Karten wurden während des Tages beiseitegelegt. Sie zählen oben nicht mit.',
  page: ['Seite ', ' von '] as readonly [string, string],
}
const germanMonths =
  'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ')
const englishMonths =
  'January February March April May June July August September October November December'.split(' ')

const en: ReportTexts = {
  plural: englishPlural,
  and,
  andWord: 'and',
  quoted: (text) => `‘${text}’`,
  resultTitle: 'Results of the plenary',
  snapshotTitle: 'Photo record',
  date: (day, month, year) => `${day} ${englishMonths[month]} ${year}`,
  shortDate: (day, month, year) => `${day} ${englishMonths[month]?.slice(0, 3)} ${year}`,
  plenumTime: (start, end) => `plenary ${start}–${end}`,
  people: (members, moderators) =>
    and([
      ...(members > 0 ? [`${num(members, 'en')} participant${members === 1 ? '' : 's'}`] : []),
      ...(moderators > 0 ? [`${num(moderators, 'en')} moderator${moderators === 1 ? '' : 's'}`] : []),
    ]),
  version: (number, date, time) => `Version ${number}, as of ${date}, ${time}`,
  versionShort: (number) => `Version ${number}`,
  draft: 'Working state: the plenary is not finalised yet.',
  draftShort: 'Working state',
  disclaimer: (kinds, hasLevels) =>
    `Working results of the event. They do not replace a decision of any body: ${and(kinds)} become binding only through the bodies in charge${hasLevels ? ' at each level' : ''}.`,
  results: 'results',
  overview: 'At a glance',
  fromNotes: (notes, groups, marked) =>
    `Of ${notes === 1 ? 'one note' : `${notes} notes`} from ${groups === 1 ? 'the group' : `the ${num(groups, 'en')} groups`}, ${marked === 0 ? 'none' : marked} went to the plenary.`,
  became: 'They became',
  aside: (deferred, rejected) =>
    upper(
      and([
        ...(deferred > 0
          ? [`${num(deferred, 'en')} proposal${deferred === 1 ? ' was' : 's were'} deferred`]
          : []),
        ...(rejected > 0
          ? [`${num(rejected, 'en')} proposal${rejected === 1 ? ' was' : 's were'} not adopted`]
          : []),
      ]),
    ),
  undecidedCount: (count) =>
    `${upper(num(count, 'en'))} result${count === 1 ? ' is' : 's are'} not decided yet.`,
  changedCount: (count) =>
    `${upper(num(count, 'en'))} result${count === 1 ? ' has' : 's have'} changed since the decision.`,
  mergedCount: (count, names) =>
    `${upper(num(count, 'en'))} duplicate${count === 1 ? '' : 's'} from several groups ${count === 1 ? 'was' : 'were'} merged (${names}).`,
  rule: 'Rule:',
  ruleText: (blocking) =>
    `A result is adopted when no ${listed(
      blocking.map((label) => `‘${label}’`),
      'or',
    )} stays open.`,
  blockRule: 'What nobody had flagged was decided as one block per guiding question, the rest one by one.',
  legend: 'Votes are given in this order:',
  noResults: 'There are no results from this group.',
  seeAlso: (names) => `Notes of this group also went into ${names}.`,
  number: 'No.',
  lead: 'Lead',
  involved: 'Involved',
  due: 'By',
  source: 'Source',
  allLevels: 'all levels',
  from: 'From',
  mergedFrom: 'Merged from',
  related: 'related:',
  withdrawn: 'withdrawn',
  amended: 'amended in the plenary',
  undecided: '(not decided yet)',
  changed: '(changed since the decision)',
  changedTo: 'New text, not decided yet:',
  noText: '(no text)',
  outcomes: { adopted: 'adopted', deferred: 'deferred', rejected: 'not adopted' },
  asideLabels: { deferred: 'Deferred:', rejected: 'Not adopted:' },
  blockDecision: (group, names) => `Decision on block ${group} (${names}):`,
  singleDecision: (name) => `Separate decision on ${name}:`,
  attempts: { first: 'first version', changed: 'Amended version', same: 'Decided again' },
  dissolved: 'dissolved',
  reservation: 'Reservation',
  decisions: 'Decisions',
  openPoints: 'Open points',
  parkingLot: 'Parking lot',
  note: 'Note',
  topic: 'Topic',
  goesTo: 'Goes to',
  nextSteps: 'Next steps',
  snapshotNote: (withAuthors) =>
    `All notes word for word, by group, question, cluster and time of writing. ${withAuthors ? 'With names.' : 'Without names.'} Only notes without text are left out.`,
  snapshotCounts: (notes, marked) =>
    `${notes === 1 ? 'One note' : `${notes} notes`}, ${marked === 0 ? 'none' : marked} of them marked for the plenary.`,
  trayCount: (count) =>
    count === 1
      ? 'One more note is in the tray. It stands at the end.'
      : `${upper(num(count, 'en'))} more notes are in the tray. They stand at the end.`,
  noQuestion: 'Without a question',
  noCluster: 'Without a cluster',
  untitledCluster: 'Untitled cluster',
  noNotes: 'There is no note here.',
  noNumber: 'no number',
  forPlenum: 'for the plenary',
  by: (name) => `by ${name}`,
  tray: 'Tray',
  trayNote: 'These notes were laid aside during the day. They are not counted above.',
  page: ['Page ', ' of '],
}

export const reportTexts: Readonly<Record<Language, ReportTexts>> = { de, en }
