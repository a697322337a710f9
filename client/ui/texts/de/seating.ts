/** Where one belongs, as told on every page. */
export const seating = {
  seated: 'Sie sind jetzt in AG\u00a0{{group}}.',
  seatedInPlenum: 'Sie sind jetzt im Plenum.',
  unseated: 'Sie sind gerade keiner Arbeitsgruppe zugeteilt.',
  toOtherDevice: 'Auf einem zweiten Gerät weitermachen',
  toPeople: 'Personen und Gruppen',
  toSigns: 'Aushänge drucken',
  toPlenum: 'Zum Plenum',
} as const
