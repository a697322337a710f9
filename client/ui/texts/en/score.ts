import type { score as german } from '../de/score.ts'
import type { Translated } from '../Translated.ts'

export const score: Translated<typeof german> = {
  onCard_one: '{{note}}: {{count}} point',
  onCard_other: '{{note}}: {{count}} points',
  points_one: '{{count}} point',
  points_other: '{{count}} points',
  byPoints: 'By points',
  tidyByPoints: 'Tidy up by points',
  tidied: 'Tidied up, by points.',
  menu: 'Points',
  open: 'Let people give points',
  openResistance: 'Ask for resistance',
  results: 'Result of the points',
  listByPoints: 'List by points',
  listByTime: 'List by time again',
  listedByPoints: 'Within each sub-question the cards stand by points.',
}
