import { collecting } from './en/collecting.ts'

export const englishCollecting = { collecting }
