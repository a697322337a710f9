import type { RefusalCode } from './refusal.ts'

/**
 * German sentences of all refusals: what programs get as `message`, and the German text of the page.
 * `{{result}}` and its like stand for the refusal's params.
 */
export const refusalSentences: Readonly<Record<RefusalCode | 'unexpected', string>> = {
  badRequest:
    'Diese Angaben können wir nicht verwenden. Bitte laden Sie die Seite neu und versuchen Sie es noch einmal.',
  badFrame: 'Die Verbindung wurde beendet, weil die Daten nicht lesbar waren. Bitte laden Sie die Seite neu.',
  nameEmpty: 'Bitte geben Sie einen Namen oder Ihre Gliederung ein.',
  nameTooLong: 'Dieser Name ist zu lang. Bitte kürzen Sie ihn auf höchstens 120 Zeichen.',
  groupUnknown: 'Diese Arbeitsgruppe kennen wir nicht. Bitte wählen Sie eine aus der Liste.',
  seatMissing: 'Bitte wählen Sie, welche Gruppe Sie moderieren oder ob Sie das Plenum moderieren.',
  seatNotPlenum: 'Das Plenum kann nur die Moderation wählen. Bitte wählen Sie eine Arbeitsgruppe.',
  ticketMissing: 'Bitte melden Sie sich mit Ihrem Code an.',
  ticketForged: 'Ihre Anmeldung gilt hier nicht. Bitte melden Sie sich mit Ihrem Code neu an.',
  ticketExpired: 'Ihre Anmeldung ist abgelaufen. Bitte melden Sie sich mit Ihrem Code neu an.',
  codeUnknown: 'Diesen Code kennen wir nicht. Bitte prüfen Sie die sechs Ziffern auf der Leinwand.',
  forbidden: 'Das kann nur die Moderation oder das Veranstaltungsteam.',
  readOnly: 'Hier können Sie lesen, aber nicht schreiben.',
  foreignOrigin: 'Diese Seite gehört nicht zu Leitwand. Bitte öffnen Sie den Link der Veranstaltung.',
  roomUnknown: 'Diesen Ort gibt es in dieser Veranstaltung nicht.',
  notFound: 'Das gibt es nicht oder nicht mehr.',
  outdated:
    'Jemand war schneller und hat die Reihenfolge oder das Ergebnis geändert. Es wurde nichts geändert.',
  textChanged:
    'Der Text von {{result}} hat sich gerade geändert. Bitte lesen Sie ihn noch einmal. Es wurde nichts entschieden.',
  noteTaken: 'Jemand war schneller: {{result}} enthält {{note}} bereits. Es wurde nichts geändert.',
  plenumFrozen: 'Das Plenum ist finalisiert. Für Änderungen beginnt die Moderation eine neue Fassung.',
  plenumOpen: 'Das Plenum ist schon offen.',
  tooLarge: 'Das ist zu groß. Bitte kürzen oder teilen Sie den Text; nichts ist verloren.',
  tooManyTries:
    'Zu viele Versuche. Bitte warten Sie eine Minute und geben Sie den Code dann noch einmal ein.',
  storeDown:
    'Im Moment kann der Server nichts sichern. Ihre Texte bleiben auf diesem Gerät, bitte lassen Sie die Seite offen.',
  shuttingDown: 'Der Server startet neu. Die Verbindung kommt gleich von selbst zurück.',
  unexpected: 'Da ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.',
}
