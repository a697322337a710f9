import type { seating as german } from '../de/seating.ts'
import type { Translated } from '../Translated.ts'

export const seating: Translated<typeof german> = {
  seated: 'You are now in group {{group}}.',
  seatedInPlenum: 'You are now in the plenary.',
  unseated: 'You are not assigned to a group at the moment.',
  toOtherDevice: 'Go on with a second device',
  toPeople: 'People and groups',
  toSigns: 'Print signs',
  toPlenum: 'Go to the plenary',
}
