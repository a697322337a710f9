/** Something with a text, such as a note. */
export type Comparable<Id extends string> = { readonly id: Id; readonly text: string }
/** 1 is the same words, 0 has nothing in common. */
export type Similar<Id extends string> = { readonly id: Id; readonly score: number }
export type SimilarIndex<Id extends string> = {
  /** All that have something in common with this text, the most similar first. */
  readonly to: (text: string) => Similar<Id>[]
}

/** How much a whole word says beside its letters, which find "Koordination" in "Ehrenamtskoordination". */
const wordWeight = 1.5
export const gramLength = 4

/**
 * Finds similar texts in German and English by the words they share and by pieces of words, weighted by how rare these
 * are among the given texts. The same texts give the same answer everywhere; nothing is asked of anybody.
 */
export const similarIndex = <Id extends string>(all: readonly Comparable<Id>[]): SimilarIndex<Id> => {
  const bags = all.map(({ text }) => featuresOf(text))
  const spread = new Map<string, number>()
  for (const bag of bags)
    for (const feature of bag.keys()) spread.set(feature, (spread.get(feature) ?? 0) + 1)
  const rarity = (feature: string) => Math.log(1 + all.length / (spread.get(feature) ?? 1))
  const weigh = (bag: Bag): Map<string, number> => {
    let square = 0
    const weighed = new Map<string, number>()
    for (const [feature, { count, weight }] of bag) {
      const value = weight * (1 + Math.log(count)) * rarity(feature)
      weighed.set(feature, value)
      square += value * value
    }
    const length = Math.sqrt(square) || 1
    for (const [feature, value] of weighed) weighed.set(feature, value / length)
    return weighed
  }
  /** Of every feature the texts that have it, and how much it says of each. */
  const places = new Map<string, { readonly at: number; readonly value: number }[]>()
  bags.forEach((bag, at) => {
    for (const [feature, value] of weigh(bag)) {
      const known = places.get(feature)
      if (known) known.push({ at, value })
      else places.set(feature, [{ at, value }])
    }
  })
  return {
    to: (text) => {
      const scores = new Float64Array(all.length)
      for (const [feature, value] of weigh(featuresOf(text)))
        for (const place of places.get(feature) ?? [])
          scores[place.at] = (scores[place.at] as number) + value * place.value
      return all
        .map(({ id }, at) => ({ id, score: scores[at] as number }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    },
  }
}

type Bag = Map<string, { count: number; readonly weight: number }>

const featuresOf = (text: string): Bag => {
  const bag: Bag = new Map()
  const add = (feature: string, weight: number) => {
    const known = bag.get(feature)
    if (known) known.count++
    else bag.set(feature, { count: 1, weight })
  }
  for (const word of wordsOf(text)) {
    const stem = stemOf(word)
    add(`=${stem}`, wordWeight)
    for (let at = 0; at + gramLength <= stem.length; at++) add(stem.slice(at, at + gramLength), 1)
  }
  return bag
}

/** Words in lower case without accents; ä is ae and ß is ss, as people type them where a keyboard has neither. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöü]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter] as string)
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/[\p{M}\u00AD\u200B-\u200D]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !stopWords.has(word))

const endings = [
  'ungen',
  'innen',
  'ung',
  'ern',
  'ing',
  'ies',
  'em',
  'en',
  'er',
  'es',
  'ed',
  'e',
  's',
  'n',
  'y',
]

/** Without the ending that grammar asks for; what is left has four letters at least. */
export const stemOf = (word: string): string => {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= 4)
  return ending ? word.slice(0, -ending.length) : word
}

/** Words that say nothing about a topic. */
const stopWords: ReadonlySet<string> = new Set(
  (
    'aber alle allem allen aller alles als also am an ander andere anderen anderer anderes auch auf aus bei beim bin bis ' +
    'bist da dabei dafuer damit dann das dass dazu dein deine dem den denn der des dich die dies diese diesem diesen ' +
    'dieser dieses dir doch dort du durch ein eine einem einen einer eines einige er es etwas euch euer fuer gegen ' +
    'gibt hab habe haben hat hatte hier hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ins ist ja jede jeden ' +
    'jeder jedes jetzt kann kein keine keinen koennen man mehr mein meine mit mich mir muss muessen nach nicht nichts ' +
    'noch nun nur ob oder ohne schon sehr sein seine sich sie sind so soll sollen sollte sollten sowie ueber um und uns ' +
    'unser unsere unseren unserer unter vom von vor war waren warum was weil welche wenn wer werden wie wieder will wir ' +
    'wird wo wollen zu zum zur zwar zwischen ' +
    'about after all also an and any are as at be because been being but by can could did do does for from had has ' +
    'have he her here his how if into is it its just let me more most must my no not of on one only or other our out ' +
    'own she should so some such than that the their them then there these they this those to too us very was we were ' +
    'what when where which while who why will with would you your'
  ).split(' '),
)
