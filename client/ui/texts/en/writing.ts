import type { writing as german } from '../de/writing.ts'
import type { Translated } from '../Translated.ts'

export const writing: Translated<typeof german> = {}
