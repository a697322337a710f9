/** The board read out: on the wall of the room, as a picture, on paper. */
export const readout = {
  menu: 'Zeigen und mitnehmen',
  toScreen: 'Für die Leinwand',
  toScreenHint: 'Öffnet ein neues Fenster',
  png: 'Als Bild speichern (PNG)',
  svg: 'Als Bild speichern (SVG)',
  cards: 'Karten drucken',
  sheet: 'Vortragsblatt',

  // Picture
  pictureSaved: 'Das Bild ist gespeichert: {{file}}',
  picturesSaved: 'Die Wand ist groß. Sie ist in {{count}} Bildern gespeichert: {{file}} …',
  pictureFailed: 'Dieser Browser kann das Bild nicht zeichnen. Bitte speichern Sie es als SVG.',
  pictureOffline: 'Zum Zeichnen fehlt noch das Netz. Bitte versuchen Sie es gleich noch einmal.',
  pictureTime: '{{date}}, {{time}} Uhr',
  picturePart: 'Teil {{page}} von {{pages}}',
  fileName: 'gruppe-{{group}}-{{date}}',

  // Screen
  screenTitle: 'Leinwand der Arbeitsgruppe {{group}}',
  plenum: 'Fürs Plenum',
  plenumText: 'Was die Gruppe ins Plenum gibt, in ihrer Reihenfolge',
  parking: 'Themenspeicher',
  questions: 'Teilfragen',
  pages: 'Seiten',
  previous: 'Zurück',
  next: 'Weiter',
  empty: 'Noch keine Karte zu {{question}}.',
  emptyPlenum: 'Noch nichts fürs Plenum.',

  // Printed cards
  cardsTitle: 'Karten zum Drucken, Arbeitsgruppe {{group}}',
  cardsHeading: 'Karten zum Drucken',
  cardsCount_one: '{{count}} Karte auf A4, bis zu acht auf einer Seite.',
  cardsCount_other: '{{count}} Karten auf A4, bis zu acht auf einer Seite.',
  blankCount_one: '{{count}} leere Karte zum Ausfüllen, falls das Netz ausfällt.',
  blankCount_other: '{{count}} leere Karten zum Ausfüllen, falls das Netz ausfällt.',
  cardsNone: 'Noch keine Karte.',
  cardsNoneText: 'Leere Karten zum Ausfüllen können Sie trotzdem drucken.',
  print: 'Drucken',
  showBlank: 'Leere Karten',
  showCards: 'Karten der Gruppe',
  back: 'Zur Arbeitsgruppe',
  blankKind: 'Kartenart',
  blankLevels: 'Ebenen',
  blankText: 'Ein Gedanke pro Karte',
} as const
