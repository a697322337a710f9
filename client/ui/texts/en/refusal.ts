import { refusalEnglish } from '#shared/refusalEnglish.ts'
import type { refusal as german } from '../de/refusal.ts'
import type { Translated } from '../Translated.ts'

export const refusal: Translated<typeof german> = {
  ...refusalEnglish,
  offline: 'No network. Please try again as soon as the connection is back.',
  broken: 'The answer was incomplete. Please try again.',
}
