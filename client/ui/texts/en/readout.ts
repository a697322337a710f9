import type { readout as german } from '../de/readout.ts'
import type { Translated } from '../Translated.ts'

export const readout: Translated<typeof german> = {}
