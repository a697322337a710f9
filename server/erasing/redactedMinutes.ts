import type { NoteRef } from '#shared/ids.ts'
import type { Minute, MinuteFact } from '#shared/plenum/minute.ts'
import { reportTexts } from '#shared/report/reportTexts.ts'
import type { App } from '../app.ts'
import type { RecordChange } from '../records.ts'

/** Shorter words of a note stand everywhere and tell nothing. */
const leastSigns = 8

/**
 * The minutes without the text of an erased note: what happened stays, with a gap. Titles that began as its words go,
 * too, wherever the minutes repeat them; what the Plenum itself has decided stays, as everywhere.
 */
export const redactedMinutes = ({ plenum, records, plan }: App, ref: NoteRef): RecordChange[] => {
  const gap = reportTexts[plan.language].erased
  const lines = records.all('minute')
  const about = lines.filter(([, { fact }]) => doesName(fact, ref))
  const nameNow = ({ fact, name }: Minute): string => {
    const result = fact.kind === 'result' ? records.get('result', fact.result) : undefined
    return result ? plenum.nameOf(result) : name
  }
  const told = new Set(
    about.flatMap(([, line]) => [
      ...line.text.split('\n'),
      line.text,
      // L1 Frau Muster …: the title without its number.
      ...(isMade(line.fact) ? [line.name.replace(/^\p{L}\d+ /u, '')] : []),
    ]),
  )
  const words = [...told]
    .filter((text) => text.trim().length >= leastSigns && text !== gap)
    .sort((a, b) => b.length - a.length)
  const without = (text: string) => words.reduce((left, word) => left.replaceAll(word, gap), text)
  return lines.flatMap(([id, line]): RecordChange[] => {
    const isAbout = doesName(line.fact, ref)
    const next: Minute = {
      ...line,
      name: without(isAbout ? nameNow(line) : line.name),
      text: isAbout && line.text !== '' ? gap : without(line.text),
    }
    return next.name === line.name && next.text === line.text ? [] : [{ table: 'minute', id, value: next }]
  })
}

const isMade = (fact: MinuteFact) => fact.kind === 'result' && fact.did === 'made'

const doesName = (fact: MinuteFact, ref: NoteRef): boolean => {
  if (fact.kind === 'fate') return fact.note === ref
  if (fact.kind === 'presented') return fact.presented.kind === 'group' && fact.presented.note === ref
  return fact.kind === 'result' && fact.sources.includes(ref)
}
