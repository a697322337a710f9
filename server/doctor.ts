import { constants } from 'node:os'
import type { Finding } from './doctor/finding.ts'
import { findings } from './doctor/findings.ts'
import { measure } from './doctor/measure.ts'
import { sentenceOf } from './sentenceOf.ts'

const labels = { good: 'good', note: 'note', bad: 'BAD ' } as const
const lineOf = ({ level, sentence, advice }: Finding) =>
  `  ${labels[level]}  ${sentence}${advice === undefined ? '' : `\n        ${advice}`}`

const inWords = (found: readonly Finding[]): string => {
  const bad = found.filter(({ level }) => level === 'bad').length
  const summary =
    bad === 0
      ? 'Nothing stands in the way of a conference.'
      : `${bad === 1 ? 'One thing' : `${bad} things`} should be mended before a conference.`
  return [...found.map(lineOf), '', summary].join('\n')
}

/** Ends at once also where a thread still waits for its disk, but not before everything is printed. */
const end = (code: number, text: string, to: NodeJS.WriteStream = process.stdout) =>
  to.write(`${text}\n`, () => process.exit(code))

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => stopping.abort(signal))

try {
  const measurements = await measure(process.env, stopping.signal)
  const found = findings(measurements)
  const text = process.argv.includes('--json')
    ? JSON.stringify({ measurements, findings: found }, null, 2)
    : inWords(found)
  end(found.some(({ level }) => level === 'bad') ? 1 : 0, text)
} catch (fault) {
  const { aborted, reason } = stopping.signal
  if (aborted) process.exit(128 + constants.signals[reason as NodeJS.Signals])
  end(1, sentenceOf(fault), process.stderr)
}
