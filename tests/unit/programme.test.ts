import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readProgramme, templateOfProgramme } from '#shared/day/programmeText.ts'
import { parseTemplate } from '#shared/parseTemplate.ts'
import shipped from '#shared/templates/zukunft-wohlfahrt.json' with { type: 'json' }

const invitation = `
#ZukunftWohlfahrt
Ein integrativer Ansatz für die DRK-Migrationsarbeit
29. April 2020, Berlin

09:30 Ankunft, Kaffee
10:00 Begrüßung, Ablauf und Erwartungen
ca. 10:10 – 11:00 Uhr: Migrationsarbeit anderer Rotkreuzgesellschaften (Gast 1, Schwedisches Rotes Kreuz), Impuls mit anschließender Q&A-Runde
11:00 „Integration neu denken“ – Impulsvortrag mit Q&A
12.00 Uhr Gemeinsames Mittagessen
13:00–14:45 4 Arbeitsgruppen
15:15 - 16:00 Ergebnisse im Plenum, weitere Schritte

Arbeitsgruppe A: Grundsätze und Rollen
Was sind oder sollen die Aufgaben des DRK in der Integrationsarbeit sein? Wie leiten sich diese aus den Rotkreuz-Grundsätzen ab?
Welche Rollen nehmen hier die unterschiedlichen Verbandsebenen ein?
Arbeitsgruppe B: Anwaltschaftliche Interessensvertretung. Welche Rolle nimmt das DRK ein? Gibt es Grenzen?
AG C – Standards und Qualität
Welche Standards sollen die Angebote des DRK erfüllen?
D) Finanzierung: Wie kann und sollte die Migrationsarbeit finanziert werden?
Anmeldung bis 1. März
`

test('N7 a pasted programme becomes agenda, groups and their questions', () => {
  const programme = readProgramme(invitation)
  expect(programme).toMatchObject({
    title: '#ZukunftWohlfahrt',
    subtitle: 'Ein integrativer Ansatz für die DRK-Migrationsarbeit',
    date: '2020-04-29',
  })
  expect(programme.agenda.map(({ start, end, title }) => [start, end, title])).toEqual([
    ['09:30', '10:00', 'Ankunft, Kaffee'],
    ['10:00', '10:10', 'Begrüßung, Ablauf und Erwartungen'],
    [
      '10:10',
      '11:00',
      'Migrationsarbeit anderer Rotkreuzgesellschaften, Impuls mit anschließender Q&A-Runde',
    ],
    ['11:00', '12:00', '„Integration neu denken“ – Impulsvortrag mit Q&A'],
    ['12:00', '13:00', 'Gemeinsames Mittagessen'],
    ['13:00', '14:45', '4 Arbeitsgruppen'],
    ['15:15', '16:00', 'Ergebnisse im Plenum, weitere Schritte'],
  ])
  expect(programme.agenda[2]).toMatchObject({
    speaker: 'Gast 1, Schwedisches Rotes Kreuz',
    hasQuestions: true,
  })
  expect(programme.agenda.map(({ hasQuestions }) => hasQuestions)).toEqual([
    false,
    false,
    true,
    true,
    false,
    false,
    false,
  ])
  expect(programme.groups.map(({ id, title, questions }) => [id, title, questions.length])).toEqual([
    ['A', 'Grundsätze und Rollen', 3],
    ['B', 'Anwaltschaftliche Interessensvertretung', 2],
    ['C', 'Standards und Qualität', 1],
    ['D', 'Finanzierung', 1],
  ])
  expect(programme.groups[1]?.questions).toEqual(['Welche Rolle nimmt das DRK ein?', 'Gibt es Grenzen?'])
  expect(programme.unread).toEqual(['Anmeldung bis 1. März'])
})

test('N7 what a programme makes is a template; what it does not say comes from another', () => {
  const template = templateOfProgramme(readProgramme(invitation), shipped, { id: 'neu', language: 'de' })
  const plan = parseTemplate(template)
  expect(plan.id).toBe('neu')
  expect(plan.groups.map(({ id }) => id)).toEqual(['A', 'B', 'C', 'D'])
  expect(plan.groups[0]?.questions.map(({ id }) => id)).toEqual(['A1', 'A2', 'A3'])
  expect([plan.start, plan.end]).toEqual(['09:30', '16:00'])
  expect(plan.noteKinds).toEqual(parseTemplate(shipped).noteKinds)

  const empty = readProgramme('')
  expect(empty).toEqual({ title: null, subtitle: null, date: null, agenda: [], groups: [], unread: [] })
  expect(
    parseTemplate(templateOfProgramme(empty, shipped, { id: 'leer', language: 'de' })).groups,
  ).toHaveLength(4)
})

test('N7 English, other forms of dates, and times of one digit', () => {
  const programme = readProgramme(
    'Working day\n2027-03-04\n9:00 to 10:30 Welcome\nGroup 1: Care\nWhat helps?\nGroup 2: Money\nWho pays?',
  )
  expect(programme).toMatchObject({ title: 'Working day', date: '2027-03-04' })
  expect(programme.agenda).toEqual([
    { start: '09:00', end: '10:30', title: 'Welcome', speaker: null, hasQuestions: false },
  ])
  expect(programme.groups).toEqual([
    { id: '1', title: 'Care', questions: ['What helps?'] },
    { id: '2', title: 'Money', questions: ['Who pays?'] },
  ])
  expect(readProgramme('31.02.2027\nTitel').date).toBe(null)
  expect(readProgramme('Titel\n04.03.2027').date).toBe('2027-03-04')
})

test('N7 nothing that was pasted is lost, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[A-Za-zÄÖÜäöüß?!.,:() 0-9–-]{0,60}$/), { maxLength: 20 }),
      (lines) => {
        const programme = readProgramme(lines.join('\n'))
        const kept = JSON.stringify(programme)
        for (const word of lines.join(' ').match(/[A-Za-zÄÖÜäöüß]{6,}/g) ?? [])
          if (!/^(arbeitsgruppe|gruppe|workshop|working|group)$/i.test(word) && !/\d/.test(word))
            expect(kept.includes(word) || programme.date !== null, `${word} in ${kept}`).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})
