/** Who is here: following, pointing, looking together. */
export const together = {
  moves: '{{name}} verschiebt',
  isMoved: '{{note}} wird gerade verschoben, von {{name}}.',

  // People and following
  people_one: '{{count}} Person ist hier ({{names}}): ansehen und folgen',
  people_other: '{{count}} Personen sind hier ({{names}}): ansehen und folgen',
  peopleHere: 'Hier sind gerade',
  follow: '{{name}} folgen',
  unfollow: '{{name}} nicht mehr folgen',
  writesIn: 'schreibt in {{note}}',
  moderates: 'Moderation',
  following: 'Sie folgen {{name}}',
  followingHint: 'Sie sehen, was {{name}} sieht. Sobald Sie selbst blättern oder schreiben, endet das.',
  stop: 'Beenden',

  // Inviting
  menu: 'Gemeinsam',
  lookHere: 'Hierher schauen',
  lookHereHint: 'Alle anderen werden gebeten',
  nobodyHere: 'Gerade ist sonst niemand hier',
  lookAtNote: 'Alle hierher bitten',
  invited: 'Die anderen sind gebeten, auf {{place}} zu schauen.',
  tooSoon: 'Sie haben eben erst gebeten. Bitte warten Sie einen Moment.',
  calls: '{{name}} bittet: Schauen Sie auf {{place}}',
  thisPlace: 'diese Stelle',
  show: 'Zeigen',
  noThanks: 'Nein, danke',
  news: 'Gemeinsam schauen',

  // Mice
  cursors: 'Mauszeiger der anderen',
} as const
