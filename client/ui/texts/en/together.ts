import type { together as german } from '../de/together.ts'
import type { Translated } from '../Translated.ts'

export const together: Translated<typeof german> = {}
