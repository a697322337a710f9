import type { beamer as german } from '../de/beamer.ts'
import type { Translated } from '../Translated.ts'

export const beamer: Translated<typeof german> = {
  title: 'Projector',
  joinTitle: 'How to take part',
  joinOpen: 'Open in your browser',
  joinCode: 'and enter the code',
  code: 'Code',
  qr: 'QR code for taking part',
  when: '{{date}}, {{start}}–{{end}}',
  from_one: 'From note {{notes}}',
  from_other: 'From notes {{notes}}',
  undecided: 'Not decided yet',
  adopted: 'Adopted',
  deferred: 'Deferred',
  rejected: 'Not adopted',
  changed: 'Changed since the decision',
  noWording: 'No wording yet',
  points_one: '{{count}} point',
  points_other: '{{count}} points',
  pages: 'Pages of the wording',
  page: '{{page}} of {{pages}}',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  offline: 'No connection',
  cannotSave: 'The server cannot save at the moment. Please keep writing.',
}
