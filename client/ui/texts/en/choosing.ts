import type { choosing as german } from '../de/choosing.ts'
import type { Translated } from '../Translated.ts'

export const choosing: Translated<typeof german> = {}
