import { refusalGerman } from '#shared/refusalGerman.ts'

/** The sentences of all refusals, and two for faults that never reach the server's table. */
export const refusal = {
  ...refusalGerman,
  offline: 'Kein Netz. Bitte versuchen Sie es noch einmal, sobald die Verbindung zurück ist.',
  broken: 'Die Antwort war unvollständig. Bitte versuchen Sie es noch einmal.',
} as const
