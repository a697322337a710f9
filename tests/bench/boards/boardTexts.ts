import { Dice } from '../../kit/dice.ts'

/** One note as every board gets it; `x` and `y` are for those that do not lay out by themselves. */
export type BoardText = {
  readonly title: string
  readonly words: string
  /** Items of a list; every third note has one. */
  readonly list: readonly string[]
  readonly x: number
  readonly y: number
}

const words = (
  'Beratung Begleitung Suchdienst Angebote Nachbarschaft Ehrenamt Kreisverband Landesverband Finanzierung ' +
  'Zugang vor Ort gemeinsam entwickeln offen verlässlich digital erreichbar Familien ältere Menschen Quartier ' +
  'Fachkräfte gewinnen und halten mit Kommunen sprechen Wirkung zeigen Netzwerke stärken ohne Hürden für alle ' +
  'Lebenslagen früh beginnen Übergänge gestalten Erfahrungen teilen Sozialraum mitdenken Anlaufstelle schaffen'
).split(' ')

/** The size of a note on the boards of the peers, and the distance from one to the next. */
export const noteBox = { width: 220, height: 200 }
const step = { x: 240, y: 220 }
/** Clear of the peers' tool bars. */
const origin = { x: 60, y: 120 }

/** The same notes for the same number, in a grid about as wide as high. */
export const boardTexts = (count: number): BoardText[] => {
  const dice = new Dice(count)
  const phrase = (least: number, most: number) =>
    Array.from({ length: least + dice.below(most - least + 1) }, () => dice.pick(words)).join(' ')
  const columns = Math.ceil(Math.sqrt(count))
  return Array.from({ length: count }, (_, at) => ({
    title: phrase(2, 3),
    words: phrase(6, 15),
    list: at % 3 === 2 ? [phrase(1, 3), phrase(1, 3)] : [],
    x: origin.x + (at % columns) * step.x,
    y: origin.y + Math.floor(at / columns) * step.y,
  }))
}
