import type { Language } from '../template.ts'

/** What a pasted programme says. Fields it does not mention are null, or empty. */
export type Programme = {
  readonly title: string | null
  readonly subtitle: string | null
  /** YYYY-MM-DD */
  readonly date: string | null
  readonly agenda: readonly ProgrammeItem[]
  readonly groups: readonly ProgrammeGroup[]
  /** Lines nobody knew what to do with, as they were pasted. */
  readonly unread: readonly string[]
}
export type ProgrammeItem = {
  readonly start: string
  /** The start of what follows where the line itself says nothing; null for the last one. */
  readonly end: string | null
  readonly title: string
  readonly speaker: string | null
  readonly hasQuestions: boolean
}
export type ProgrammeGroup = {
  readonly id: string
  readonly title: string
  readonly questions: readonly string[]
}

const months: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mär: 3,
  mar: 3,
  apr: 4,
  mai: 5,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  okt: 10,
  oct: 10,
  nov: 11,
  dez: 12,
  dec: 12,
}
const timePattern = /(?:ca\.?\s*)?(\d{1,2})[:.](\d{2})(?:\s*(?:Uhr|h))?/
const slotPattern = new RegExp(
  `^[\\s•*–-]*${timePattern.source}(?:\\s*(?:[-–—]|bis|to)\\s*${timePattern.source})?[\\s:|,–—-]*(.*)$`,
  'i',
)
const groupPattern =
  /^[\s•*–-]*(?:(?:Arbeitsgruppe|AG|Gruppe|Workshop|Working group|Group)\s+)?([A-H]|[1-8])(?:\s*[.):–—-]+\s*|\s+)(\S.*)$/i
const namedGroupPattern = /^[\s•*–-]*(?:Arbeitsgruppe|AG|Gruppe|Workshop|Working group|Group)\s/i
const questionsPattern = /Q\s*&\s*A|Fragerunde|Rückfragen|Diskussion|Nachfragen|discussion/i

/** Reads a programme as people write it into an invitation: title, date, times, groups A, B … with their questions. */
export const readProgramme = (text: string): Programme => {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/\s+/g, ' ').trim())
  const unread: string[] = []
  const slots: { start: string; end: string | null; words: string }[] = []
  const groups: { id: string; title: string; questions: string[] }[] = []
  let title: string | null = null
  let subtitle: string | null = null
  let date: string | null = null
  let last: 'slot' | 'group' | null = null

  for (const line of lines) {
    if (line === '') continue
    const slot = slotPattern.exec(line)
    const group = groupPattern.exec(line)
    const found = dateIn(line)
    if (slot && isTime(slot[1], slot[2]) && !found) {
      const end = slot[3] === undefined ? null : clock(slot[3], slot[4])
      slots.push({ start: clock(slot[1], slot[2]), end, words: slot[5] ?? '' })
      last = 'slot'
    } else if (group && (namedGroupPattern.test(line) || isNext(groups, group[1] ?? ''))) {
      const { head, questions } = splitQuestions(group[2] ?? '')
      groups.push({ id: (group[1] ?? '').toUpperCase(), title: head, questions })
      last = 'group'
    } else if (date === null && found !== null) {
      date = found
      const rest = line.replace(datePattern, '').replace(/^[\s,–—|-]+|[\s,–—|-]+$/g, '')
      if (rest !== '' && title === null) title = rest
    } else if (title === null && slots.length + groups.length === 0) title = unquoted(line)
    else if (subtitle === null && slots.length + groups.length === 0) subtitle = line
    else if (last === 'group' && groups.length > 0) {
      const group = groups.at(-1) as (typeof groups)[number]
      const { head, questions } = splitQuestions(line)
      group.questions.push(...questions)
      if (head !== '' && group.title === '') group.title = head
      else if (head !== '') unread.push(line)
    } else if (last === 'slot') {
      const slot = slots.at(-1) as (typeof slots)[number]
      slot.words = slot.words === '' ? line : `${slot.words} ${line}`
    } else unread.push(line)
  }
  return {
    title,
    subtitle,
    date,
    agenda: slots.map(({ start, end, words }, at): ProgrammeItem => ({
      start,
      end: end ?? slots[at + 1]?.start ?? null,
      ...speakerIn(words),
      hasQuestions: questionsPattern.test(words),
    })),
    groups: groups.map(({ id, title: name, questions }) => ({
      id,
      // A Leitfrage that is nothing but questions is called by its first.
      title: name === '' ? (questions[0] ?? id) : name,
      questions: questions.length > 0 ? questions : name === '' ? [] : [name],
    })),
    unread,
  }
}

const isNext = (groups: readonly { id: string }[], id: string): boolean =>
  groups.length === 0
    ? /^[A1]$/i.test(id)
    : (groups.at(-1)?.id.charCodeAt(0) ?? 0) + 1 === id.toUpperCase().charCodeAt(0)

const isTime = (hours = '', minutes = ''): boolean => Number(hours) < 24 && Number(minutes) < 60
const clock = (hours = '', minutes = ''): string => `${hours.padStart(2, '0')}:${minutes}`

const datePattern =
  /(\d{1,2})\.\s*(?:(\d{1,2})\.\s*|([A-Za-zäÄ]{3})[a-zäöü]*\.?\s+)(\d{4})|(\d{4})-(\d{2})-(\d{2})/
const dateIn = (line: string): string | null => {
  const found = datePattern.exec(line)
  if (!found) return null
  const [, day = '', number, name, year, isoYear, isoMonth, isoDay] = found
  const month = number === undefined ? months[(name ?? '').toLowerCase()] : Number(number)
  const [y, m, d] =
    isoYear === undefined ? [Number(year), month, Number(day)] : [isoYear, isoMonth, isoDay].map(Number)
  if (m === undefined || m < 1 || m > 12 || d === undefined || d < 1 || d > daysIn(y ?? 0, m)) return null
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}
const daysIn = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31

/** "Aufgaben. Was sind …? Wie …?" → what stands before the questions, and each question by itself. */
const splitQuestions = (text: string): { head: string; questions: string[] } => {
  const questions = text.match(/[^?]+\?/g)?.map((part) => part.trim()) ?? []
  if (questions.length === 0) return { head: text.trim(), questions: [] }
  const first = questions[0] ?? ''
  const cut = Math.max(
    ...[': ', '. ', ' – ', ' - '].map((mark) => (first.indexOf(mark) < 0 ? -1 : first.indexOf(mark))),
  )
  const head = cut > 0 ? first.slice(0, cut).trim() : ''
  const rest = text.slice(text.lastIndexOf('?') + 1).trim()
  return {
    head: [head, rest].filter((part) => part !== '').join(' '),
    questions: [first.slice(cut > 0 ? cut : 0).replace(/^[\s:.–-]+/, ''), ...questions.slice(1)],
  }
}

/** "Titel (Name, Organisation)" and "Titel – Name, Organisation" → title and who speaks. */
const speakerIn = (words: string): { title: string; speaker: string | null } => {
  const inBrackets = /^(.*\S)\s*\(([^()]+)\)\s*(.*)$/.exec(words)
  if (inBrackets && !questionsPattern.test(inBrackets[2] ?? ''))
    return {
      title: [inBrackets[1], inBrackets[3]]
        .filter(Boolean)
        .join(' ')
        .replace(/ +([,;])/g, '$1')
        .replace(/[\s,;–-]+$/, ''),
      speaker: inBrackets[2] ?? null,
    }
  return { title: words === '' ? '–' : words, speaker: null }
}

const unquoted = (line: string): string => line.replace(/^["„“»]+|["“”«]+$/g, '')

/** A template out of a programme: everything the programme says nothing about comes from another one. */
export const templateOfProgramme = (
  programme: Programme,
  base: Readonly<Record<string, unknown>>,
  { id, language }: { readonly id: string; readonly language: Language },
): Record<string, unknown> => {
  const { title, subtitle, date, agenda, groups } = programme
  const end = agenda.at(-1)?.end ?? base['end']
  return {
    ...base,
    id,
    language,
    title: title ?? base['title'],
    subtitle: subtitle ?? '',
    purpose: '',
    date: date ?? base['date'],
    start: agenda[0]?.start ?? base['start'],
    end,
    agenda: agenda.map((item, at) => ({
      id: `item-${at + 1}`,
      start: item.start,
      end: item.end ?? end,
      kind: item.hasQuestions ? 'impulse' : 'item',
      title: item.title,
      speaker: item.speaker,
      organisation: null,
      hasQuestions: item.hasQuestions,
    })),
    groups:
      groups.length > 0
        ? groups.map((group) => ({
            id: group.id,
            title: group.title.slice(0, 160),
            questions: group.questions.slice(0, 8).map((text, at) => ({ id: `${group.id}${at + 1}`, text })),
          }))
        : base['groups'],
  }
}
