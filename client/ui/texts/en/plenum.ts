import type { plenum as german } from '../de/plenum.ts'
import type { Translated } from '../Translated.ts'

export const plenum: Translated<typeof german> = {}
