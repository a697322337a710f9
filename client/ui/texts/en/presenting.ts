import type { Translated } from '../Translated.ts'
import type { presenting as german } from '../de/presenting.ts'

export const presenting: Translated<typeof german> = {
  // Leading
  lead: 'Lead everyone',
  begin: 'Begin presenting',
  back: 'Back: {{name}}',
  on: 'On: {{name}}',
  where: 'Lead to',
  groupsTitle: 'Presenting',
  resultsTitle: 'Results',
  resultsFrom: 'Results from {{name}}',
  otherTitle: 'Afterwards',
  hereAll: 'Lead everyone here',
  end: 'Stop leading',
  order: 'Change the order',
  orderTitle: 'Who presents when?',
  orderHint: 'The order counts for everyone as soon as you tap.',
  earlier: '{{name}} earlier',
  later: '{{name}} later',
  orderSaid: '{{name}} now presents as number {{place}}.',

  // Names of what is shown
  group: 'Group {{group}}',
  block: 'Block {{group}}',
  points: 'Points',
  closing: 'To close',
  gone: 'no longer there',

  // The group that presents
  strip: 'Presenting',
  presents: 'Group {{group}} presents',
  rapporteur: 'Rapporteur: {{name}}',
  left: 'left',
  over: 'Time is up',
  extend: '1 minute more',
  stop: 'Stop the clock',
  start: 'Start the clock',
  saidOne: 'Group {{group}}: one minute left.',
  saidOver: 'Group {{group}}: time is up.',

  // Following
  backToLead: 'Back to the moderators',
  shows: 'There: {{name}}',
  toLead: 'To the moderators',
  othersAt: 'Everyone is at {{name}}',
  saidShown: 'The moderators now show {{name}}.',

  // Views
  notesCount_one: '{{count}} card for the Plenum',
  notesCount_other: '{{count}} cards for the Plenum',
  noNotes: 'Nothing for the Plenum yet.',
  noNotesText: 'What the group marks stands here at once.',
  noteOf: 'Card {{place}} of {{count}}',
  allNotes: 'All cards of group {{group}}',
  previousNote: 'Previous card',
  nextNote: 'Next card',
  blockTitle: 'To decide as a block',
  blockText: 'Nobody has marked these results with “please discuss”.',
  blockEmpty: 'Nothing is to be decided as a block here.',
  singleTitle: 'To discuss one by one',
  takenUp: 'Stands in {{name}}.',

  // Please discuss
  discuss: 'Please discuss',
  discussOf: 'Please discuss: {{name}}',
  discussed_one: '{{count}} × please discuss',
  discussed_other: '{{count}} × please discuss',
  discussOffline: 'It did not arrive. Please tap again.',
  onlyDiscuss: 'To discuss ({{count}})',
  noDiscuss: 'Nobody has marked anything for discussion.',
}
