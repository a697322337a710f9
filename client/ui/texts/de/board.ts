/** The wall: the same board as in `group`, in space. */
export const board = {
  wall: 'Wand der Arbeitsgruppe {{group}}',
  hint: 'Die Pfeiltasten führen von Karte zu Karte. Eingabe öffnet eine Karte, Escape führt zurück. Alle Tasten stehen im Menü der Seite. Die Liste enthält dasselbe.',
  hintReader: 'Die Pfeiltasten führen von Karte zu Karte. Die Liste enthält dasselbe.',
  zoom: 'Größe',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  zoomLevel: '{{percent}} %',
  showAll: 'Alles zeigen',
  closeDrawer: '{{title}} schließen',
} as const
