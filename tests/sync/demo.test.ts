import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MeAnswer, NotesAnswer, PlenumAnswer } from '#shared/api.ts'
import { readClusters, readNotes } from '#shared/board.ts'
import { readDecidedText } from '#shared/report/decidedText.ts'
import { readGathered } from '#shared/gather.ts'
import { noteNumber, noteRef, type NoteRef, type ResultId } from '#shared/ids.ts'
import { blocksOf, plainText } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { remarksAt } from '#shared/plenum/remark.ts'
import { resultNumbers, standingOf, standingResults, wordingsOf } from '#shared/result.ts'
import { readConfig } from '../../server/config.ts'
import { Attendee } from '../../server/demo/attendee.ts'
import { playSampleDay, type Codes } from '../../server/demo/playSampleDay.ts'
import { readSampleDay, sampleMembers, sampleModerator } from '../../server/demo/sampleDay.ts'
import { startServer, type Running } from '../../server/startServer.ts'

const day = readSampleDay()
const dataDir = mkdtempSync(join(tmpdir(), 'leitwand-demo-test-'))
const told: string[] = []
/** Note reference → A-07, filled by what the server says. */
const numbers = new Map<NoteRef, string>()
let running: Running
let staff: Attendee
let plan: MeAnswer['event']
let answer: PlenumAnswer

beforeAll(async () => {
  const environment = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'silent' }
  running = await startServer(readConfig(environment))
  const codes = Object.fromEntries(running.links.map(({ role, code }) => [role, code])) as Codes
  await playSampleDay(running.origin, codes, (line) => told.push(line))
  staff = await Attendee.join(running.origin, codes.staff, 'Redaktion')
  plan = (await staff.get<MeAnswer>('/me')).event
  answer = await staff.get<PlenumAnswer>('/plenum')
  for (const { id } of plan.groups)
    for (const note of (await staff.get<NotesAnswer>(`/groups/${id}/notes`)).notes)
      numbers.set(noteRef(id, note.id), noteNumber(id, note.number))
}, 60_000)

afterAll(async () => {
  staff?.leave()
  await running?.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const numbered = (refs: readonly NoteRef[]) => refs.map((ref) => numbers.get(ref))
const resultsByName = async () => {
  const names = resultNumbers(answer.results, answer.decisions, plan)
  const { doc } = await staff.open({ kind: 'plenum' })
  const wording = (id: string) => {
    const fragment = wordingsOf(doc).get(id)
    return fragment ? blocksOf(fragment) : []
  }
  return standingResults(answer.results, plan).map((result) => ({
    result,
    name: names.get(result.id) ?? null,
    wording: wording(result.id),
    standing: standingOf(result, wording(result.id), answer.decisions),
  }))
}

test('D1 everyone of the sample day has joined, 52 members in four groups', () => {
  expect(told[0]).toContain('52 members, 4 moderators')
  for (const { id, members } of day.groups) {
    expect(sampleMembers(day, id)).toHaveLength(members)
    expect(sampleMembers(day, id)).not.toContain(sampleModerator(id))
  }
})

test('D1 all 142 notes stand on their boards with the numbers, authors and fields of the sample', async () => {
  expect([...numbers.values()].sort()).toEqual(day.notes.map(({ id }) => id).sort())
  for (const { id: group } of day.groups) {
    const facts = (await staff.get<NotesAnswer>(`/groups/${group}/notes`)).notes
    const { doc } = await staff.open({ kind: 'group', group })
    const clusters = new Map(readClusters(doc).map((cluster) => [cluster.id, cluster.title]))
    expect([...clusters.values()].sort()).toEqual(
      day.clusters
        .filter((cluster) => cluster.group === group)
        .map(({ title }) => title)
        .sort(),
    )
    const standing = new Map(readNotes(doc).map((note) => [numbers.get(noteRef(group, note.id)), note]))
    for (const sample of day.notes.filter((note) => note.group === group)) {
      const note = standing.get(sample.id)
      expect({
        id: sample.id,
        author: facts.find(({ id }) => id === note?.id)?.author,
        question: note?.question,
        kind: note?.kind,
        levels: note?.levels,
        tags: note?.tags,
        cluster: note?.cluster ? clusters.get(note.cluster) : null,
        marked: note?.forPlenum !== null,
        text: plainText(note?.blocks ?? []),
      }).toEqual({
        id: sample.id,
        author: sample.author,
        question: sample.question,
        kind: sample.kind,
        levels: [...sample.levels].sort(),
        tags: [...sample.tags].sort(),
        cluster: sample.cluster,
        marked: sample.forPlenum,
        text: plainText(parseNoteText(sample.text)),
      })
    }
  }
})

test('D2 the 32 marked notes are gathered in the order of groups and of the sample', async () => {
  const { doc } = await staff.open({ kind: 'gathered' })
  const marked = readGathered(doc, plan).filter(({ order }) => order !== null)
  expect(marked.map(({ number }) => number)).toEqual(
    day.notes.filter(({ forPlenum }) => forPlenum).map(({ id }) => id),
  )
  expect(marked).toHaveLength(32)
})

test('D2 every result has the name, fields, wording and state of the sample', async () => {
  const results = await resultsByName()
  const adopted = results.filter(({ name }) => name !== null)
  expect(adopted.map(({ name }) => name)).toEqual(
    day.results.filter(({ state }) => state === 'adopted').map(({ id }) => id),
  )
  expect(results).toHaveLength(day.results.length)
  for (const sample of day.results) {
    const found = results.find(({ name, result }) => name === sample.id || result.title === sample.title)
    const result = found?.result
    expect({
      name: found?.name,
      number: result?.number,
      state: found?.standing.state,
      changed: found?.standing.changed,
      group: result?.group,
      kind: result?.kind,
      title: result?.title,
      wording: plainText(found?.wording ?? []),
      sources: numbered(result?.sources ?? []),
      links: numbered(result?.links ?? []),
      levels: result?.levels,
      tags: result?.tags,
      lead: result?.lead,
      due: result?.due,
      openPoints: result?.openPoints.map(({ note, ...rest }) => ({
        ...rest,
        note: note && numbers.get(note),
      })),
      remarks: remarksAt(result?.id as ResultId, answer.remarks, answer.decisions)
        .map(({ option, text, settled }) => [option, text, settled?.how])
        .sort(),
    }).toEqual({
      name: sample.state === 'adopted' ? sample.id : null,
      number: sample.state === 'adopted' ? Number(sample.id.slice(1)) : null,
      state: sample.state,
      changed: false,
      group: sample.group,
      kind: sample.kind,
      title: sample.title,
      wording: sample.wording,
      sources: sample.sources,
      links: sample.links,
      levels: sample.levels,
      tags: sample.tags,
      lead: sample.lead,
      due: sample.due,
      openPoints: sample.openPoints,
      remarks: [
        ...sample.objections.map(({ text, outcome }) => [
          'objection',
          text,
          outcome === 'resolved' ? 'changed' : outcome,
        ]),
        ...sample.reservations.map((text) => ['reservation', text, undefined]),
      ],
    })
  }
})

test('D2 every decision stands with its results, counts and outcome, and the text that was on the wall', async () => {
  const names = new Map((await resultsByName()).map(({ result, name }) => [result.id, name ?? 'Z1']))
  const decisions = [...answer.decisions].sort((a, b) => a.at - b.at)
  expect(
    decisions.map(({ results, counts, outcome }) => ({
      results: results.map(({ id }) => names.get(id)),
      counts,
      outcome,
    })),
  ).toEqual(
    day.decisions.map(({ results, counts, outcome }) => ({
      results,
      counts,
      outcome: outcome === 'not-adopted' ? 'open' : outcome,
    })),
  )
  const redLine = decisions.filter(({ results }) => results.some(({ id }) => names.get(id) === 'L7'))
  const sample = day.results.find(({ id }) => id === 'L7')
  expect(
    redLine.map(({ results }) => plainText(readDecidedText(results[0]?.text ?? '')?.wording ?? [])),
  ).toEqual([sample?.proposals[0]?.before, sample?.wording])
})

test('D3 the Plenum is closed and frozen as version 1, and the result document says every wording', async () => {
  const { state, version, openPoints, parkingLot, nextSteps } = answer.plenum
  expect({ state, version, versions: answer.versions.length }).toEqual({
    state: 'frozen',
    version: 1,
    versions: 1,
  })
  expect(openPoints.map(({ note }) => note && numbers.get(note))).toEqual(
    day.openPoints.map(({ note }) => note),
  )
  expect(numbered(parkingLot.map(({ note }) => note))).toEqual(day.parkingLot.map(({ note }) => note))
  expect(nextSteps).toEqual(day.nextSteps.map(({ text }) => text))
  const markdown = await staff.getText('/export/results.md?version=1')
  for (const { wording } of day.results) expect(markdown.replaceAll('**', '')).toContain(wording)
})
