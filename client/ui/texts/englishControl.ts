import { control } from './en/control.ts'

export const englishControl = { control }
