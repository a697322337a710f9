import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  applyHunk,
  applyHunks,
  collide,
  hunkBetween,
  hunksBetween,
  type Hunk,
} from '#shared/plenum/proposalHunks.ts'
import { applyProposal, placeOf, proposedText, rebased, type Change } from '#shared/plenum/proposalPlace.ts'
import { tokensOf } from '#shared/plenum/proposalTokens.ts'

const signs = [
  'Wir',
  'helfen',
  'allen',
  'und',
  ' ',
  ' ',
  ' ',
  ', ',
  '.',
  '\n',
  'ä',
  'é',
  '👨‍👩‍👧',
  '🇩🇪',
  '٣',
  'قِف',
]
const text = fc.array(fc.constantFrom(...signs), { maxLength: 30 }).map((parts) => parts.join(''))
const change = (base: string, after: string): Change | null => {
  const hunk = hunkBetween(base, after)
  return hunk && { base, ...hunk }
}
/** Somebody's other wording of a text: some words of it replaced, added or left out. */
const edited = (base: string) =>
  fc
    .tuple(
      fc.nat(),
      fc.nat(4),
      text.map((all) => all.slice(0, 12).toWellFormed()),
    )
    .map(([place, count, more]) => {
      const tokens = tokensOf(base)
      const at = place % (tokens.length + 1)
      const from = tokens[at]?.at ?? base.length
      const to = tokens[at + count]?.at ?? base.length
      return base.slice(0, from) + more + base.slice(to)
    })
const isCut = (whole: string, place: number) =>
  place !== 0 &&
  place !== whole.length &&
  ![...new Intl.Segmenter('und').segment(whole)].some(({ index }) => index === place)

test('P50 a change is the smallest of whole words, tears no sign apart, and made for the text of now it is followed exactly', () => {
  fc.assert(
    fc.property(text, text, (base, after) => {
      const hunk = hunkBetween(base, after)
      expect(hunk ? applyHunk(base, hunk) : base).toBe(after)
      expect(applyHunks(base, hunksBetween(base, after))).toBe(after)
      for (const { from, to } of [...(hunk ? [hunk] : []), ...hunksBetween(base, after)])
        expect([isCut(base, from), isCut(base, to)]).toEqual([false, false])
      const proposal = change(base, after)
      if (!proposal) return
      expect(applyProposal(proposal, base)).toBe(after)
      expect(placeOf(proposal, base).state).toBe('fits')
    }),
    { numRuns: 400 },
  )
  expect(hunkBetween('Wir helfen Kinder.', 'Wir helfen Kindern.')).toEqual({
    from: 11,
    to: 17,
    text: 'Kindern',
  })
  expect(hunkBetween('Alle 👨‍👩‍👧 hier', 'Alle 👨‍👩‍👦 hier')).toEqual({ from: 5, to: 13, text: '👨‍👩‍👦' })
})

test('P51 proposals that do not collide give the same text in whatever order they are followed', () => {
  const round = fc
    .tuple(text, text)
    .chain(([base, now]) =>
      fc.tuple(
        fc.constant(base),
        fc.oneof(fc.constant(base), edited(base), fc.constant(now)),
        fc.array(edited(base), { minLength: 2, maxLength: 5 }),
        fc.array(fc.nat(1000), { minLength: 5, maxLength: 5 }),
      ),
    )
  let followed = 0
  fc.assert(
    fc.property(round, ([base, now, afters, dice]) => {
      const placed: { proposal: Change; hunk: Hunk }[] = []
      for (const after of afters) {
        const proposal = change(base, after)
        const hunk = proposal && placeOf(proposal, now).hunk
        if (proposal && hunk && !placed.some((other) => collide(other.hunk, hunk)))
          placed.push({ proposal, hunk })
      }
      const expected = applyHunks(
        now,
        placed.map(({ hunk }) => hunk).toSorted((a, b) => a.from - b.from || a.to - b.to),
      )
      const follow = (order: readonly Change[]) => {
        let current = now
        let open = order
        while (open[0]) {
          const [first, ...others] = open
          const { hunk } = placeOf(first, current)
          if (!hunk) throw new Error('its words were lost')
          const next = applyHunk(current, hunk)
          const before = current
          open = others.map((one) => rebased(one, { before, hunks: [hunk], after: next }))
          current = next
          followed++
        }
        return current
      }
      const proposals = placed.map(({ proposal }) => proposal)
      const shuffled = proposals
        .map((one, at) => [one, dice[at] ?? 0] as const)
        .toSorted((a, b) => a[1] - b[1])
      for (const order of [proposals, proposals.toReversed(), shuffled.map(([one]) => one)])
        expect(follow(order)).toBe(expected)
    }),
    { numRuns: 600 },
  )
  expect(followed).toBeGreaterThan(1000)
})

test('P51 who wants the same words, or the same place, collides; neighbours do not', () => {
  const at = (from: number, to: number): Hunk => ({ from, to, text: 'x' })
  expect(collide(at(0, 3), at(2, 5))).toBe(true)
  expect(collide(at(0, 3), at(3, 5))).toBe(false)
  expect(collide(at(2, 2), at(2, 2))).toBe(true)
  expect(collide(at(2, 2), at(0, 5))).toBe(true)
  expect(collide(at(0, 0), at(0, 5))).toBe(false)
  expect(collide(at(5, 5), at(0, 5))).toBe(false)
  expect(collide(at(5, 5), { from: 0, to: 5, text: '' })).toBe(true)
  fc.assert(
    fc.property(text, fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(20), (_, a, b, c, d) => {
      const [one, other] = [at(Math.min(a, b), Math.max(a, b)), at(Math.min(c, d), Math.max(c, d))]
      expect(collide(one, other)).toBe(collide(other, one))
    }),
  )
})

const base = 'Wir wirken nicht an Abschiebungen mit. Keine Auskünfte ohne Rechtsgrundlage.'
const wanted = change(base, base.replace('ohne Rechtsgrundlage', 'ohne Gesetz')) as Change

test('P52 words that stand elsewhere by now are found there, once; words that are gone change nothing', () => {
  const placed = (current: string) => [placeOf(wanted, current).state, applyProposal(wanted, current)]
  // Something was written before it, behind it, and elsewhere in the sentence.
  expect(placed(`Zuerst: ${base} Danach.`)).toEqual([
    'fits',
    'Zuerst: Wir wirken nicht an Abschiebungen mit. Keine Auskünfte ohne Gesetz. Danach.',
  ])
  expect(placed(base.replace('Keine', 'Gar keine'))[0]).toBe('fits')
  expect(
    placed(
      'Keine Auskünfte ohne Rechtsgrundlage. Wir wirken auch sonst nicht an Abschiebungen mit. Das gilt.',
    ),
  ).toEqual([
    'moved',
    'Keine Auskünfte ohne Gesetz. Wir wirken auch sonst nicht an Abschiebungen mit. Das gilt.',
  ])
  for (const gone of [
    '',
    'Ein ganz anderer Satz.',
    base.replace('Rechtsgrundlage', 'Grund'),
    'Rechtsgrundlage',
  ])
    expect(placed(gone)).toEqual(['lost', gone])
  // The same words twice: nobody guesses.
  const twice = 'Auskünfte ohne Rechtsgrundlage? Nein! Auskünfte ohne Rechtsgrundlage, nie.'
  expect(placed(twice)[0]).not.toBe('moved')
})

test('P52 whatever became of a text: what is lost changes nothing, what is found replaces exactly its words', () => {
  fc.assert(
    fc.property(text, text, text, (before, after, current) => {
      const proposal = change(before, after)
      if (!proposal) return
      const { state, hunk } = placeOf(proposal, current)
      const result = applyProposal(proposal, current)
      if (state === 'lost') expect(result).toBe(current)
      else {
        expect(current.slice(hunk.from, hunk.to)).toBe(before.slice(proposal.from, proposal.to))
        expect(result).toBe(applyHunk(current, hunk))
        expect([isCut(current, hunk.from), isCut(current, hunk.to)]).toEqual([false, false])
        expect(result.isWellFormed()).toBe(true)
      }
      expect(proposedText(proposal)).toBe(after)
    }),
    { numRuns: 500 },
  )
})

test('P52 long texts are compared in a moment', () => {
  const long = Array.from({ length: 4000 }, (_, at) => `Wort${at} `).join('')
  const proposal = change(long, long.replace('Wort2000', 'anders')) as Change
  const startedAt = performance.now()
  expect(placeOf(proposal, `Neu ${long}`).state).toBe('fits')
  placeOf(proposal, long.split(' ').toReversed().join(' '))
  expect(performance.now() - startedAt).toBeLessThan(500)
})
