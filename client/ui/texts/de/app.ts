export const app = {
  appName: 'Leitwand',
  loading: 'Wird geladen …',
  skipToContent: 'Zum Inhalt',
  close: 'Schließen',
  back: 'Zurück',
  more: 'Mehr',
  retry: 'Noch einmal versuchen',
  undo: 'Rückgängig',
  allLevels: 'alle Ebenen',
  otherLanguage: 'English',

  // Card
  numberPending: 'Nr. folgt',
  notSaved: 'noch nicht gesichert',
  withdrawn: 'zurückgezogen',
  mergedIn: 'zusammengelegt in {{note}}',
  forPlenum: 'fürs Plenum',
  inTray: 'in der Ablage',
  erased: '[gelöscht]',
  readAll: 'Ganz lesen',
  readAllOf: 'Ganz lesen, {{note}}',
  writes: '{{name}} schreibt',
  writesToo: '{{name}} schreibt mit',
  writeMany: '{{name}} +{{count}} schreiben',
  emptyNote: 'Noch ohne Text',

  // Connection
  stored: 'Gesichert',
  waiting: 'Wartet',
  waitingCount: '({{count}})',
  offline: 'Offline, Schreiben geht weiter',
  cannotSave:
    'Der Server kann gerade nicht speichern. Schreiben Sie ruhig weiter: Ihre Änderungen bleiben auf diesem Gerät und werden gesichert, sobald es wieder geht.',

  // People
  peopleHere_one: '{{count}} Person ist hier',
  peopleHere_other: '{{count}} Personen sind hier',
  andMore_one: 'und {{count}} weitere Person',
  andMore_other: 'und {{count}} weitere Personen',

  // Menu of a person
  menu: 'Menü',
  toToday: 'Heute',
  toPlenum: 'Plenum',
  toBeamer: 'Leinwand zeigen',
  toStaff: 'Redaktion',
  toGroup: 'Arbeitsgruppe {{group}}',
  places: 'Orte',
  youAre: 'Sie sind {{name}}',
  leave: 'Nicht ich? Abmelden',
  leaveTitle: 'Wirklich abmelden?',
  leaveText: 'Ihre Karten bleiben, wo sie sind. Zum Wiederkommen brauchen Sie den Code.',
  leaveYes: 'Abmelden',
  leaveNo: 'Hier bleiben',
  privacy: 'Datenschutz',

  // Whole pages
  notFoundTitle: 'Diese Seite gibt es nicht.',
  notFoundText: 'Vielleicht ist der Link unvollständig. Auf der Seite „Heute“ finden Sie alles wieder.',
  errorTitle: 'Diese Seite ist stehen geblieben.',
  errorText: 'Was Sie geschrieben haben, ist noch da. Bitte laden Sie die Seite neu.',
  reload: 'Seite neu laden',
  noAnswerTitle: 'Keine Verbindung.',
  noAnswerText: 'Die Seite versucht es von selbst weiter.',
} as const
