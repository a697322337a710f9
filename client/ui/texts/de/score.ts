/** Points as far as the board itself speaks of them; giving and counting have sentences of their own. */
export const score = {
  onCard_one: '{{note}}: {{count}} Punkt',
  onCard_other: '{{note}}: {{count}} Punkte',
  points_one: '{{count}} Punkt',
  points_other: '{{count}} Punkte',
  byPoints: 'Nach Punkten',
  tidyByPoints: 'Aufräumen nach Punkten',
  tidied: 'Aufgeräumt, nach Punkten.',
  menu: 'Punkte',
  open: 'Punkte vergeben lassen',
  openResistance: 'Widerstand abfragen',
  results: 'Ergebnis der Punkte',
  listByPoints: 'Liste nach Punkten',
  listByTime: 'Liste wieder nach Zeit',
  listedByPoints: 'Innerhalb jeder Teilfrage stehen die Karten nach Punkten.',
} as const
