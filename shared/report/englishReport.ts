import type { germanReport } from './germanReport.ts'
import { and, englishMonths, englishPlural, listed, num, upper } from './reportWords.ts'

/** The words of the printed documents in English. */
export const englishReport: typeof germanReport = {
  plural: englishPlural,
  and,
  andWord: 'and',
  quoted: (text) => `‘${text}’`,
  resultTitle: 'Results of the plenary',
  snapshotTitle: 'Photo record',
  date: (day, month, year) => `${day} ${englishMonths[month]} ${year}`,
  shortDate: (day, month, year) => `${day} ${englishMonths[month]?.slice(0, 3)} ${year}`,
  plenumTime: (start, end) => `plenary ${start}–${end}`,
  people: (members, moderators, levels) =>
    [
      ...(members > 0
        ? [
            `${num(members, 'en')} voting participant${members === 1 ? '' : 's'}${levels > 1 ? ` of ${num(levels, 'en')} levels` : ''}`,
          ]
        : []),
      ...(moderators > 0
        ? [`${num(moderators, 'en')} moderator${moderators === 1 ? '' : 's'} without a vote`]
        : []),
    ].join(', '),
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
  result: 'result',
  rank: 'Rank',
  points: 'Points',
  pointsTitle: (kinds) => `Priority of ${kinds}`,
  pointsRule: (perPerson, most, kind) =>
    `${perPerson === 1 ? 'One point' : `${upper(num(perPerson, 'en'))} points`} a person, at most ${num(most, 'en')} for each ${kind};`,
  pointsGiven: ({ given, available, byHand }) =>
    `${available === null ? given : `${given} of ${available}`} points given${byHand > 0 ? `, and ${num(byHand, 'en')} by show of hands (counted in)` : ''}.`,
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
  erased: '[erased]',
  amended: 'amended in the plenary',
  undecided: '(not decided yet)',
  changed: '(changed since the decision)',
  changedTo: 'New text, not decided yet:',
  noText: '(no text)',
  outcomes: {
    adopted: 'adopted',
    deferred: 'deferred',
    rejected: 'not adopted',
    open: 'not adopted, stays open',
  },
  asideLabels: { deferred: 'Deferred:', rejected: 'Not adopted:' },
  blockDecision: (group, names) => `Decision on block ${group} (${names}):`,
  singleDecision: (name) => `Separate decision on ${name}:`,
  attempts: { first: 'first version', changed: 'Amended version', same: 'Decided again' },
  dissolved: 'dissolved',
  block: (group) => `Block ${group}`,
  reservation: 'Reservation',
  objection: 'Objection',
  settlings: {
    changed: 'The text was changed',
    kept: 'Stays as a note',
    overruled: 'Not followed',
    open: 'Still open',
  },
  changesTitle: 'Changes',
  between: (before, after) => `From “${before}” to “${after}”.`,
  noChanges: 'Both are the same.',
  unchanged: (count) =>
    count === 0
      ? 'No result has stayed the same.'
      : `${count === 1 ? 'One result has' : `${upper(num(count, 'en'))} results have`} stayed the same.`,
  otherChanges: 'Besides',
  changeKinds: { added: 'new', gone: 'dropped' },
  titleLabel: 'Title',
  wordingLabel: 'Wording',
  kindLabel: 'Kind',
  stateLabel: 'State',
  levelsLabel: 'Levels',
  tagsLabel: 'Tags',
  remarksLabel: 'Reservations and objections',
  decisions: 'Decisions',
  openPoints: 'Open points',
  otherNotes: 'Notes without a result',
  fates: { deferred: 'deferred', declined: 'not taken up', open: 'nothing said yet' },
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
  originalsCount: (count) =>
    count === 1
      ? 'One note was combined into another. Its original stands here as well and is not counted.'
      : `${upper(num(count, 'en'))} notes were combined. Their originals stand here as well and are not counted.`,
  noteFrom: (numbers) => `from ${numbers}`,
  notePoints: (count) => (count === 1 ? '1 point' : `${count} points`),
  handPoints: (count) => (count === 1 ? '1 point by hand' : `${count} points by hand`),
  resistance: ({ mean, least, most, answers }) =>
    `resistance ${mean} of 10 on average (${answers === 1 ? '1 answer' : `${answers} answers from ${least} to ${most}`})`,
  noteIn: (number) => `combined in ${number}`,
  comment: (author, isSettled) => `Comment${author ? ` by ${author}` : ''}${isSettled ? ' (settled)' : ''}`,
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
