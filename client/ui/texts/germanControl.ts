import { control } from './de/control.ts'

/** What one reads in the control room. */
export const germanControl = { control }
