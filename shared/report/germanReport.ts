import { eine, germanMonths, germanPlural, listed, num, und, upper } from './reportWords.ts'
import type { Spread } from '../day/vote.ts'
import type { ReportPoints } from './reportPoints.ts'
import type { Settling } from '../plenum/remark.ts'
import type { ResultState } from '../result.ts'

/** The words of the printed documents in German. English has the same (see `englishReport`). */
export const germanReport = {
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
  people: (members: number, moderators: number, levels: number) =>
    [
      ...(members > 0
        ? [
            `${members === 1 ? 'eine stimmberechtigte Person' : `${num(members, 'de')} stimmberechtigte Teilnehmende`}${levels > 1 ? ` aus ${num(levels, 'de')} Ebenen` : ''}`,
          ]
        : []),
      ...(moderators > 0
        ? [`${eine(moderators)} Moderation${moderators === 1 ? '' : 'en'} ohne Stimme`]
        : []),
    ].join(', '),
  version: (number: number, date: string, time: string) =>
    `Fassung ${number}, Stand ${date}, ${time}\u00A0Uhr`,
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
  result: 'Ergebnis',
  rank: 'Rang',
  points: 'Punkte',
  pointsTitle: (kinds: string) => `Vorrang der ${kinds}`,
  pointsRule: (perPerson: number, most: number, kind: string) =>
    `${perPerson === 1 ? 'Ein Punkt' : `${upper(num(perPerson, 'de'))} Punkte`} pro Person, höchstens ${most === 1 ? 'einer' : num(most, 'de')} je ${kind};`,
  pointsGiven: ({ given, available, byHand }: Pick<ReportPoints, 'given' | 'available' | 'byHand'>) =>
    `${available === null ? `${given}` : `${given} von ${available}`} Punkten vergeben${byHand > 0 ? `, dazu ${byHand === 1 ? 'ein Sammelpunkt' : `${num(byHand, 'de')} Sammelpunkte`} (mitgezählt)` : ''}.`,
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
  erased: '[gelöscht]',
  amended: 'im Plenum geändert',
  undecided: '(noch nicht entschieden)',
  changed: '(geändert seit Beschluss)',
  changedTo: 'Neuer Text, noch nicht beschlossen:',
  noText: '(ohne Text)',
  outcomes: {
    adopted: 'angenommen',
    deferred: 'zurückgestellt',
    rejected: 'nicht angenommen',
    open: 'nicht angenommen, bleibt offen',
  } as Record<ResultState, string>,
  asideLabels: { deferred: 'Zurückgestellt:', rejected: 'Nicht angenommen:' },
  blockDecision: (group: string, names: string) => `Beschluss Block ${group} (${names}):`,
  singleDecision: (name: string) => `Einzelbeschluss ${name}:`,
  attempts: { first: 'erste Fassung', changed: 'Geänderte Fassung', same: 'Erneute Entscheidung' },
  dissolved: 'aufgelöst',
  block: (group: string) => `Block ${group}`,
  reservation: 'Bedenken',
  objection: 'Einwand',
  settlings: {
    changed: 'Der Text wurde geändert',
    kept: 'Bleibt als Hinweis',
    overruled: 'Nicht gefolgt',
    open: 'Noch offen',
  } as Record<Settling | 'open', string>,
  changesTitle: 'Änderungen',
  between: (before: string, after: string) => `Von „${before}“ zu „${after}“.`,
  noChanges: 'Beide sind gleich.',
  unchanged: (count: number) =>
    count === 0
      ? 'Kein Ergebnis ist gleich geblieben.'
      : `${count === 1 ? 'Ein Ergebnis ist' : `${upper(num(count, 'de'))} Ergebnisse sind`} gleich geblieben.`,
  otherChanges: 'Außerdem',
  changeKinds: { added: 'neu', gone: 'entfallen' },
  titleLabel: 'Titel',
  wordingLabel: 'Wortlaut',
  kindLabel: 'Art',
  stateLabel: 'Stand',
  levelsLabel: 'Ebenen',
  tagsLabel: 'Schlagworte',
  remarksLabel: 'Bedenken und Einwände',
  decisions: 'Beschlüsse',
  openPoints: 'Offene Punkte',
  otherNotes: 'Karten ohne Ergebnis',
  fates: { deferred: 'zurückgestellt', declined: 'nicht aufgenommen', open: 'noch ohne Verbleib' },
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
  originalsCount: (count: number) =>
    count === 1
      ? 'Eine Karte wurde in eine andere zusammengelegt. Sie steht hier auch im Original und zählt nicht mit.'
      : `${upper(num(count, 'de'))} Karten wurden zusammengelegt. Sie stehen hier auch im Original und zählen nicht mit.`,
  noteFrom: (numbers: string) => `aus ${numbers}`,
  notePoints: (count: number) => (count === 1 ? '1 Punkt' : `${count} Punkte`),
  handPoints: (count: number) => (count === 1 ? '1 Sammelpunkt' : `${count} Sammelpunkte`),
  resistance: ({ mean, least, most, answers }: Spread) =>
    `Widerstand im Mittel ${String(mean).replace('.', ',')} von 10 (${answers === 1 ? '1 Antwort' : `${answers} Antworten von ${least} bis ${most}`})`,
  noteIn: (number: string) => `zusammengelegt in ${number}`,
  comment: (author: string | null, isSettled: boolean) =>
    `Kommentar${author ? ` von ${author}` : ''}${isSettled ? ' (erledigt)' : ''}`,
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
