import { keys } from './en/keys.ts'

export const englishKeys = { keys }
