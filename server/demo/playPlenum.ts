import type { MeAnswer, PlenumAnswer } from '#shared/api.ts'
import { gatheredOf } from '#shared/gather.ts'
import type { NoteRef } from '#shared/ids.ts'
import type { OverlapsAnswer } from '#shared/plenum/overlaps.ts'
import { resultNumbers, type Result } from '#shared/result.ts'
import type { Attendee } from './attendee.ts'
import { playDecision, type Phone } from './playDecisions.ts'
import type { NoteRefs } from './playGroup.ts'
import { playPoints } from './playPoints.ts'
import { playProposals } from './playProposals.ts'
import { memberOf, refOf, resultOf, wordResults, type PlenumTable } from './plenumTable.ts'
import { firstWording, type SampleDay, type SampleResult } from './sampleDay.ts'

/** Those who sit in the Plenum: two moderators who lead and write, and everyone from the groups. */
export type PlenumPeople = {
  readonly moderators: readonly [Attendee, Attendee]
  readonly members: readonly Attendee[]
}

/**
 * The afternoon, over real connections: what groups have in common, presenting, results and their wordings, proposals from
 * the phones, decisions in blocks and singly, points, the closing, the finalisation.
 */
export const playPlenum = async (
  day: SampleDay,
  refs: NoteRefs,
  { moderators: [chair, writer], members }: PlenumPeople,
  report: (line: string) => void,
): Promise<void> => {
  const [{ event: plan }, gathered, wall, paper] = await Promise.all([
    chair.get<MeAnswer>('/me'),
    chair.open({ kind: 'gathered' }),
    chair.open({ kind: 'plenum' }),
    writer.open({ kind: 'plenum' }),
  ])
  const marked = day.notes.filter(({ forPlenum }) => forPlenum)
  await gathered.until('all marked notes', (doc) =>
    marked.every(({ id }) => gatheredOf(doc).get(refOf(refs, id))?.order != null),
  )
  report(`Plenum     ${marked.length} notes gathered`)
  const table: PlenumTable = { day, plan, refs, chair, wall, paper, members, results: new Map() }
  report(`Across     ${await lookAcross(table)}`)

  const phones = await Promise.all(members.map((member) => sitDown(member)))
  try {
    await present(table, phones)
    report(`Presented  ${day.groups.map(({ id }) => id).join(' ')}`)
    for (const result of day.results) await makeResult(table, result)
    await wordResults(table, day.results, firstWording)
    report(`Results    ${table.results.size} made, worded and described`)
    report(`Proposals  ${1 + (await playProposals(table, firstWording))}`)
    const asked = []
    for (const decision of day.decisions) asked.push(await playDecision(table, phones, decision))
    const slowest = Math.max(...asked.map(({ slowestMs }) => slowestMs))
    report(`Decisions  ${asked.length}, on all ${phones.length} phones within ${Math.ceil(slowest)} ms`)
    report(`Points     ${await playPoints(table)}`)
  } finally {
    for (const { ear } of phones) ear.close()
  }
  await close(table)
  await chair.send('POST', '/plenum/finalise', { key: 'sample-day' })
  // Whoever looks at it now begins where a new guest would.
  await chair.send('PUT', '/plenum/presenting', { now: null })
  await chair.send('PUT', '/beamer', { screen: 1, show: { kind: 'welcome' } })
  report(`Finalised  ${await checkNames(table)}`)
}

/** Opens the page of the Plenum: its documents, and the stream of what changes. */
const sitDown = async (member: Attendee): Promise<Phone> => {
  const [ear] = await Promise.all([
    member.listen(),
    member.open({ kind: 'plenum' }),
    member.open({ kind: 'gathered' }),
  ])
  return { member, ear }
}

/** In the coffee break: which of the known doubles are among the first ten that the server proposes. */
const lookAcross = async ({ chair, day, refs }: PlenumTable): Promise<string> => {
  const { overlaps } = await chair.get<OverlapsAnswer>('/plenum/overlaps')
  const first = overlaps.slice(0, 10)
  const isOf = (refsOfResult: readonly NoteRef[]) =>
    first.some(({ notes }) => notes.filter((ref) => refsOfResult.includes(ref)).length > 1)
  const doubles = day.results.filter(({ sources }) => new Set(sources.map((id) => id.split('-')[0])).size > 1)
  const found = doubles.filter(({ sources }) => isOf(sources.map((id) => refOf(refs, id))))
  return `${found.map(({ id }) => id).join(' ')} of ${doubles.map(({ id }) => id).join(' ')} among the first ten`
}

/** Group by group on the wall; some mark what is to be spoken about: that is decided singly. */
const present = async (table: PlenumTable, phones: readonly Phone[]): Promise<void> => {
  const { chair, day, refs } = table
  await chair.send('POST', '/stages/plenum/phase', { phase: 'plenum-present' })
  for (const { id: group } of day.groups)
    await chair.send('PUT', '/plenum/presenting', {
      now: { kind: 'group', group, note: null },
      beamer: true,
    })
  const singly = day.decisions.filter(({ results }) => results.length === 1).flatMap(({ results }) => results)
  const isMarked = (id: string) => day.notes.some((note) => note.id === id && note.forPlenum)
  const sources = day.results
    .filter(({ id }) => singly.includes(id))
    .flatMap((result) => result.sources.filter(isMarked))
  for (const [at, source] of sources.entries())
    await memberOf(table, at * 5).send('PUT', '/plenum/discuss', { target: refOf(refs, source), on: true })
  await Promise.all(phones.map(({ member }) => member.get('/plenum/presenting')))
  await chair.send('POST', '/stages/plenum/phase', { phase: 'plenum-consent' })
}

const pointOf = <T extends { readonly note: string | null }>({ refs }: PlenumTable, point: T) => ({
  ...point,
  note: point.note === null ? null : refOf(refs, point.note),
})

const makeResult = async (table: PlenumTable, sample: SampleResult): Promise<void> => {
  const { chair, refs, day } = table
  const { kind, title, levels, tags, lead, due } = sample
  const toRefs = (ids: readonly string[]) => ids.map((id) => refOf(refs, id))
  const isMarked = (id: string) => day.notes.some((note) => note.id === id && note.forPlenum)
  // A result begins with notes that were marked; others are named as its sources afterwards.
  const made = await chair.send<Result>('POST', '/plenum/results', {
    sources: toRefs(sample.sources.filter(isMarked)),
    kind,
    title,
  })
  if (made.group !== sample.group)
    throw new Error(`${sample.id} belongs to ${sample.group}, but the server put it under ${made.group}.`)
  const result = await chair.send<Result>('PATCH', `/plenum/results/${made.id}`, {
    sources: toRefs(sample.sources),
    links: toRefs(sample.links),
    levels,
    tags,
    lead,
    due,
    openPoints: sample.openPoints.map((point) => pointOf(table, point)),
  })
  table.results.set(sample.id, result)
}

const close = async (table: PlenumTable): Promise<void> => {
  const { chair, day } = table
  await chair.send('PUT', '/plenum/closing', {
    openPoints: day.openPoints.map((point) => pointOf(table, point)),
    parkingLot: day.parkingLot.map((topic) => pointOf(table, topic)),
    nextSteps: day.nextSteps.map(({ text }) => text),
  })
}

/** Every adopted result has the name that the sample says, and the Plenum is frozen. */
const checkNames = async (table: PlenumTable): Promise<string> => {
  const { chair, day, plan } = table
  const { plenum, results, decisions, versions } = await chair.get<PlenumAnswer>('/plenum')
  const names = resultNumbers(results, decisions, plan)
  for (const { id, state } of day.results) {
    const name = names.get(resultOf(table, id).id) ?? null
    if (name !== (state === 'adopted' ? id : null))
      throw new Error(`${id} of the sample day is called ${name ?? 'nothing'}.`)
  }
  const version = versions.at(-1)
  if (plenum.state !== 'frozen' || !version) throw new Error('The Plenum is open after its finalisation.')
  return `version ${version.number}: ${[...names.values()].join(' ')}`
}
