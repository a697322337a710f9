/** Zones, tidying up, moving by keys, what is told to a screen reader. */
export const arranging = {
  // Zones
  writeToParking: 'Karte in den Themenspeicher schreiben',
  showParking: 'Themenspeicher zeigen',
  showChosen: 'Auswahl oder Karte groß zeigen',

  // Tidying up
  tidy: 'Aufräumen',
  tidyZone: '{{question}} aufräumen',
  tidyAll: 'Ganze Wand',
  tidyOnly: 'Nur {{question}}',
  byTime: 'Nach Zeit',
  byKind: 'Nach Kartenart',
  tidyByTime: 'Aufräumen nach Zeit',
  tidyByKind: 'Aufräumen nach Kartenart',
  tidiedByTime: 'Aufgeräumt, nach Zeit.',
  tidiedByKind: 'Aufgeräumt, nach Kartenart.',

  // Clusters
  moveCluster: 'Verschieben nach …',
  moveClusterTitle: 'Wohin soll „{{title}}“?',
  moveClusterYes: 'Verschieben',
  movedCluster: '„{{title}}“ steht jetzt bei {{question}}.',

  // Moving by keys
  moveByKeys: 'Mit Tasten verschieben',
  moveHint: 'Verschieben: Pfeiltasten, Eingabe legt ab, Escape bricht ab.',
  placeCluster: '{{question}}, unter „{{title}}“',
  placeAmong: '{{question}}, Platz {{place}}',
  placeLeft: '{{question}}, links, Platz {{place}}',
  placeRight: '{{question}}, rechts, Platz {{place}}',
  placeParking: 'Themenspeicher',
  movedNot: 'Nicht verschoben.',
  movedTo: 'Abgelegt: {{place}}.',

  // Page menu
  forReaders: 'Anzeige und Ansagen',
  mapItem: 'Kleine Übersicht der Wand',
  mapHint: 'Sie erscheint, wenn nicht alles ins Fenster passt.',
  newsItem: 'Änderungen der anderen ansagen',
  newsHint: 'Für Bildschirmleser, höchstens alle 5 Sekunden.',

  // Keys
  keys: 'Tasten',
  keysTitle: 'Welche Tasten gibt es?',

  // What others did
  'news-written_one': 'Eine Karte geschrieben.',
  'news-written_other': '{{count}} Karten geschrieben.',
  'news-changed_one': 'Eine Karte geändert.',
  'news-changed_other': '{{count}} Karten geändert.',
  'news-moved_one': 'Eine Karte verschoben.',
  'news-moved_other': '{{count}} Karten verschoben.',
  'news-marked_one': 'Eine Karte fürs Plenum markiert.',
  'news-marked_other': '{{count}} Karten fürs Plenum markiert.',
  'news-trashed_one': 'Eine Karte in die Ablage gelegt.',
  'news-trashed_other': '{{count}} Karten in die Ablage gelegt.',
  'news-restored_one': 'Eine Karte aus der Ablage geholt.',
  'news-restored_other': '{{count}} Karten aus der Ablage geholt.',
  'newsBy-written_one': '{{name}} hat eine Karte geschrieben.',
  'newsBy-written_other': '{{name}} hat {{count}} Karten geschrieben.',
  'newsBy-changed_one': '{{name}} hat eine Karte geändert.',
  'newsBy-changed_other': '{{name}} hat {{count}} Karten geändert.',
  'newsBy-moved_one': '{{name}} hat eine Karte verschoben.',
  'newsBy-moved_other': '{{name}} hat {{count}} Karten verschoben.',
  'newsBy-marked_one': '{{name}} hat eine Karte fürs Plenum markiert.',
  'newsBy-marked_other': '{{name}} hat {{count}} Karten fürs Plenum markiert.',
  'newsBy-trashed_one': '{{name}} hat eine Karte in die Ablage gelegt.',
  'newsBy-trashed_other': '{{name}} hat {{count}} Karten in die Ablage gelegt.',
  'newsBy-restored_one': '{{name}} hat eine Karte aus der Ablage geholt.',
  'newsBy-restored_other': '{{name}} hat {{count}} Karten aus der Ablage geholt.',

  // What one did oneself
  ownMoved: '{{note}} steht jetzt bei {{question}}.',
  ownParked: '{{note}} steht jetzt im Themenspeicher.',
  ownHeaded: '{{note}} steht jetzt unter „{{title}}“.',
  ownUnheaded: '{{note}} steht jetzt ohne Überschrift.',
  ownMarked: '{{note}} ist fürs Plenum markiert.',
  ownUnmarked: '{{note}} ist nicht mehr fürs Plenum.',
} as const
