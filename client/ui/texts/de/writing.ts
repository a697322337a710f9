/** Writing notes fast: paste, long texts, chains. */
export const writing = {
  // Keys
  editorKeys:
    'Tab führt zur nächsten Karte, Umschalt und Tab zurück, Strg und Eingabe darunter. Escape beendet das Schreiben, danach führt Tab weiter durch die Seite. Alt und F10 führt zu den Werkzeugen.',
  textKeys: 'Escape führt zurück zur Karte. Tab führt zu den Werkzeugen.',
  keys: 'Tastatur',
  singleKeys: 'Tasten ohne Strg',
  singleKeysHint: 'N schreibt eine Karte, Ziffern wählen die Kartenart.',
  writeInCluster: 'Karte dazu schreiben',

  // Empty texts
  placeholder: 'Ein Gedanke, oder mehrere Zeilen einfügen',
  placeholderShort: 'Ein Gedanke pro Karte',

  // Several pasted lines
  pasteBar: 'Eingefügte Zeilen',
  lines: '{{count}} Zeilen:',
  asMany: '{{count}} Karten',
  asOne: 'Eine Karte',
  notPasted: 'Nichts einfügen',
  keepText: 'So lassen',
  linesSaid:
    '{{count}} Zeilen eingefügt. Es können {{count}} Karten daraus werden oder eine. Tab führt zur Auswahl.',
  madeMany: '{{count}} Karten geschrieben.',
  tooMany: 'Mehr als {{count}} Karten auf einmal gehen nicht. Bitte fügen Sie weniger Zeilen ein.',

  // Taken away by others while one writes
  takenToTray: 'Diese Karte wurde in die Ablage gelegt. Ihr Text bleibt erhalten.',
  takenMerged: 'Diese Karte wurde mit anderen zusammengelegt. Ihr Text bleibt erhalten.',
  takenMergedTold: '{{note}} wurde mit anderen zusammengelegt.',
  takeOut: 'Herausnehmen',

  // Long texts
  elaborate: 'Als Text ausarbeiten',
  elaborateShort: 'Ausarbeiten',
  elaborateTitle: '{{note}} ausarbeiten',
} as const
