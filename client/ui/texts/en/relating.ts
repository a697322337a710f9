import type { relating as german } from '../de/relating.ts'
import type { Translated } from '../Translated.ts'

export const relating: Translated<typeof german> = {}
