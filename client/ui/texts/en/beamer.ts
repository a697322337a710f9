import type { beamer as german } from '../de/beamer.ts'
import type { Translated } from '../Translated.ts'

export const beamer: Translated<typeof german> = {}
