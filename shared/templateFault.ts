import type * as z from 'zod'

/** A template that cannot be used, told in sentences that name the faulty field. */
export class TemplateFault extends Error {
  readonly sentences: readonly string[]
  constructor(issues: readonly z.core.$ZodIssue[]) {
    const sentences = issues.map(sentenceOf)
    super(sentences.join('\n'))
    this.sentences = sentences
  }
}

const sentenceOf = (issue: z.core.$ZodIssue): string => {
  const field = issue.path.reduce<string>(
    (path, part) =>
      typeof part === 'number' ? `${path}[${part}]` : path ? `${path}.${String(part)}` : String(part),
    '',
  )
  return `${field || 'The template'}: ${reasonOf(issue)}.`
}

const wanted: Record<string, string> = {
  array: 'a list',
  object: 'an object',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
}
const reasonOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'invalid_type') return `must be ${wanted[issue.expected] ?? issue.expected}`
  if (issue.code === 'invalid_value') {
    const own = /^(Invalid|Ungültig)/.test(issue.message) ? null : issue.message
    return own ?? `must be one of ${issue.values.map((value) => `"${String(value)}"`).join(', ')}`
  }
  return issue.message
}
