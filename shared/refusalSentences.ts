import type { RefusalCode } from './refusal.ts'
import type { Language } from './template.ts'

/** `unexpected`: a fault nobody foresaw, answered with 500. */
type Sentences = Readonly<Record<RefusalCode | 'unexpected', string>>

const german: Sentences = {
  badRequest: 'Das hat nicht geklappt. Bitte laden Sie die Seite neu und versuchen Sie es noch einmal.',
  badFrame: 'Diese Änderung kam nicht richtig an. Bitte laden Sie die Seite neu.',
  nameEmpty: 'Bitte geben Sie einen Namen oder Ihre Gliederung ein.',
  nameTooLong: 'Dieser Name ist zu lang. Höchstens 120 Zeichen passen.',
  questionEmpty: 'Bitte schreiben Sie Ihre Frage.',
  questionTooLong: 'Diese Frage ist zu lang. Höchstens {{most}} Zeichen passen; nichts ist verloren.',
  ownQuestion: 'Das ist Ihre eigene Frage. Unterstützen können sie die anderen.',
  questionRuns: 'Diese Frage ist schon dran. Zurückziehen geht nicht mehr.',
  groupUnknown: 'Diese Arbeitsgruppe gibt es nicht. Bitte wählen Sie eine aus der Liste.',
  seatMissing: 'Bitte wählen Sie, was Sie moderieren.',
  seatNotPlenum: 'Das Plenum leitet nur die Moderation. Bitte wählen Sie eine Arbeitsgruppe.',
  ticketMissing: 'Bitte nehmen Sie zuerst mit Ihrem Code teil.',
  ticketForged: 'Ihre Anmeldung gilt hier nicht. Bitte nehmen Sie noch einmal mit Ihrem Code teil.',
  ticketExpired: 'Ihre Anmeldung ist abgelaufen. Bitte nehmen Sie noch einmal mit Ihrem Code teil.',
  codeUnknown: 'Diesen Code kennen wir nicht. Bitte prüfen Sie die sechs Ziffern auf der Leinwand.',
  forbidden: 'Das kann nur die Moderation oder das Veranstaltungsteam.',
  readOnly: 'Hier können Sie mitlesen. Schreiben können die Mitglieder dieser Gruppe.',
  foreignOrigin: 'Diese Anfrage kam von einer fremden Seite. Bitte öffnen Sie Leitwand direkt.',
  roomUnknown: 'Diesen Ort gibt es in der Veranstaltung nicht.',
  notFound: 'Das gibt es nicht mehr. Bitte laden Sie die Seite neu.',
  outdated: 'Inzwischen hat jemand anderes das geändert. Bitte sehen Sie es sich noch einmal an.',
  textChanged:
    'Der Text von {{result}} hat sich gerade geändert. Bitte lesen Sie ihn noch einmal und entscheiden Sie dann.',
  noteTaken: 'Jemand war schneller: {{result}} enthält {{note}} bereits. Es wurde nichts geändert.',
  plenumFrozen: 'Die Ergebnisse sind festgehalten. Wer sie ändern will, öffnet das Plenum wieder.',
  plenumOpen: 'Das Plenum ist schon offen.',
  eventTaken: 'Es gibt schon eine Veranstaltung mit der Kennung „{{id}}“. Bitte wählen Sie eine andere.',
  groupInUse: 'In AG {{group}} gibt es schon Menschen oder Karten. Sie kann nicht wegfallen.',
  templateUnusable: 'Daraus lässt sich keine Veranstaltung machen: {{faults}}',
  tooLarge: 'Das ist zu viel auf einmal. Bitte kürzen oder teilen Sie es; nichts ist verloren.',
  documentFull:
    'Diese Tafel ist voll: Sie nimmt nichts mehr auf, bleibt aber lesbar. Bitte sagen Sie es der Moderation.',
  tooManyTries: 'Das waren viele Versuche. Bitte warten Sie eine Minute.',
  tooSlow: 'Die Verbindung ist im Moment zu langsam. Es geht gleich von selbst weiter.',
  tooManyParked: 'Die Verbindung wird neu aufgebaut. Es geht gleich von selbst weiter.',
  tooManyConnections: 'Es sind gerade zu viele Verbindungen offen. Es geht gleich von selbst weiter.',
  storeDown:
    'Im Moment kann der Server nichts sichern. Ihre Texte bleiben auf diesem Gerät, bitte lassen Sie die Seite offen.',
  shuttingDown: 'Der Server startet neu. Es geht gleich von selbst weiter.',
  unexpected: 'Da ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.',
}

const english: Sentences = {
  badRequest: 'That did not work. Please reload the page and try again.',
  badFrame: 'This change did not arrive properly. Please reload the page.',
  nameEmpty: 'Please enter a name or your branch.',
  nameTooLong: 'This name is too long. At most 120 characters fit.',
  questionEmpty: 'Please write your question.',
  questionTooLong: 'This question is too long. At most {{most}} characters fit; nothing is lost.',
  ownQuestion: 'This is your own question. The others can support it.',
  questionRuns: 'This question is being answered already. It can no longer be taken back.',
  groupUnknown: 'This group does not exist. Please choose one from the list.',
  seatMissing: 'Please choose what you moderate.',
  seatNotPlenum: 'Only moderators lead the plenary. Please choose a group.',
  ticketMissing: 'Please join with your code first.',
  ticketForged: 'Your sign-in is not valid here. Please join with your code again.',
  ticketExpired: 'Your sign-in has expired. Please join with your code again.',
  codeUnknown: 'We do not know this code. Please check the six digits on the wall.',
  forbidden: 'Only moderators or the event team can do that.',
  readOnly: 'You can read along here. Members of this group can write.',
  foreignOrigin: 'This request came from another site. Please open Leitwand directly.',
  roomUnknown: 'This place does not exist in the event.',
  notFound: 'This no longer exists. Please reload the page.',
  outdated: 'Someone else has changed this meanwhile. Please look at it again.',
  textChanged: 'The text of {{result}} has just changed. Please read it again, then decide.',
  noteTaken: 'Someone was faster: {{result}} already contains {{note}}. Nothing was changed.',
  plenumFrozen: 'The results are finalised. To change them, reopen the plenary.',
  plenumOpen: 'The plenary is open already.',
  eventTaken: 'There is an event with the identifier “{{id}}” already. Please choose another one.',
  groupInUse: 'There are people or cards in group {{group}} already. It cannot be dropped.',
  templateUnusable: 'No event can be made of this: {{faults}}',
  tooLarge: 'This is too much at once. Please shorten or split it; nothing is lost.',
  documentFull:
    'This board is full: it takes nothing more and can still be read. Please tell the moderators.',
  tooManyTries: 'Those were many attempts. Please wait a minute.',
  tooSlow: 'The connection is too slow at the moment. It will go on by itself.',
  tooManyParked: 'The connection is being set up anew. It will go on by itself.',
  tooManyConnections: 'There are too many open connections right now. It will go on by itself.',
  storeDown:
    'The server cannot save at the moment. Your texts stay on this device, please keep the page open.',
  shuttingDown: 'The server is restarting. It will go on by itself.',
  unexpected: 'Something went wrong. Please try again.',
}

/** A sentence for every refusal: what programs get as `message`, and what the page says. `{{result}}` and its like are the refusal's params. */
export const refusalSentences: Readonly<Record<Language, Sentences>> = { de: german, en: english }
