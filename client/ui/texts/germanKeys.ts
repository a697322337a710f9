import { keys } from './de/keys.ts'

/** What keys do on a board, read by whoever asks. */
export const germanKeys = { keys }
