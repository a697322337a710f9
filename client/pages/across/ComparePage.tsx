import { useEffect, useMemo, useRef, useState } from 'react'
import type { NoteRef } from '#shared/ids.ts'
import { plainText } from '#shared/note.ts'
import { commonWords } from '#shared/plenum/commonWords.ts'
import type { Overlap } from '#shared/plenum/overlaps.ts'
import { Message } from '../../ui/Message.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { useAcrossPlace } from './acrossPlace.ts'
import { CompareActions } from './CompareActions.tsx'
import { CompareCard } from './CompareCard.tsx'
import type { SheetNote } from './groupSheet.ts'
import { LeftOutCard } from './LeftOutCard.tsx'
import { useNoteNames } from './useNoteNames.ts'

type ComparePageProps = { readonly named: readonly NoteRef[]; readonly overlaps: readonly Overlap[] }

/** Cards of several groups side by side: do they say the same? */
export function ComparePage({ named, overlaps }: ComparePageProps) {
  const t = useTexts()
  const { rows, inUse, groups, isFrozen, mayShape } = useAcrossPlace()
  const { inOrder, numberOf } = useNoteNames()
  const [without, setWithout] = useState<ReadonlySet<NoteRef>>(new Set())
  const heading = useRef<HTMLHeadingElement>(null)
  // Whoever has asked for these cards reads from their top.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [])
  const toggle = (ref: NoteRef) => () => {
    const next = new Set(without)
    if (!next.delete(ref)) next.add(ref)
    setWithout(next)
  }
  const all = inOrder(named).flatMap((ref) => rows.get(ref) ?? [])
  const kept = all.filter(({ ref }) => !without.has(ref))
  const words = useCommonWords(kept)
  const isLoaded = groups.every(({ id }) => inUse.get(id)?.sheet)
  return (
    <div className="compare">
      <div>
        <h2 ref={heading} tabIndex={-1} className="compare-question">
          {t('across:question')}
        </h2>
        <p className="muted">{t('across:kept')}</p>
      </div>
      {isFrozen && <Message icon="lock">{t('across:frozen')}</Message>}
      {!isFrozen && !mayShape && <Message icon="info">{t('across:lookOnly')}</Message>}
      {isLoaded && all.length < named.length && <Message tone="wait">{t('across:gone')}</Message>}
      <ul className="compare-cards">
        {kept.map((row, at) => (
          <CompareCard
            key={row.ref}
            row={row}
            common={words[at] ?? noWords}
            onLeave={mayShape && kept.length > 2 ? toggle(row.ref) : null}
          />
        ))}
      </ul>
      {all
        .filter(({ ref }) => without.has(ref))
        .map((row) => (
          <LeftOutCard key={row.ref} row={row} name={numberOf(row.ref)} onTake={toggle(row.ref)} />
        ))}
      {kept.length > 1 && <CommonLine words={words} />}
      {kept.length > 1 && <CompareActions named={named} kept={kept} overlaps={overlaps} />}
    </div>
  )
}

const noWords: ReadonlySet<string> = new Set()

/** Of each card the words, as they are spelled there. */
const useCommonWords = (rows: readonly SheetNote[]): readonly ReadonlySet<string>[] => {
  const texts = rows.map(({ note }) => plainText(note.blocks))
  const all = texts.join('\u0000')
  return useMemo(() => {
    const given = all.split('\u0000')
    return commonWords(given).map(
      (ranges, at) => new Set(ranges.map(({ from, to }) => (given[at] ?? '').slice(from, to))),
    )
  }, [all])
}

/** The same in words: what is only underlined is not read aloud. */
function CommonLine({ words }: { readonly words: readonly ReadonlySet<string>[] }) {
  const t = useTexts()
  const all = [...new Set(words.flatMap((some) => [...some]))]
  if (all.length === 0) return <p className="hint">{t('across:noCommon')}</p>
  return (
    <p className="vh" dir="auto">
      {t('across:commonWords')} {all.join(', ')}
    </p>
  )
}
