import type { arranging as german } from '../de/arranging.ts'
import type { Translated } from '../Translated.ts'

export const arranging: Translated<typeof german> = {}
