import { englishReport } from './englishReport.ts'
import { germanReport } from './germanReport.ts'
import type { Language } from '../template.ts'

/** Every word of the printed documents. */
export type ReportTexts = typeof germanReport
export const reportTexts: Readonly<Record<Language, ReportTexts>> = { de: germanReport, en: englishReport }
