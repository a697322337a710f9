import { useId, useState, type ReactNode } from 'react'
import { readDecidedText } from '#shared/report/decidedText.ts'
import { plainText, trimBlocks, type Block } from '#shared/note.ts'
import { Button } from '../../../ui/Button.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import type { OutlineItem } from '../outline/plenumOutline.ts'
import { wordDiff } from './wordDiff.ts'

type WordingChangesProps = {
  readonly item: OutlineItem
  readonly blocks: readonly Block[]
  /** Buttons in front. */
  readonly children?: ReactNode
}

/** What became of the text since it was decided, on demand. */
export function WordingChanges({ item, blocks, children }: WordingChangesProps) {
  const t = useTexts()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const { decision, changed } = item.standing
  const json = changed ? decision?.results.find((each) => each.id === item.result.id)?.text : undefined
  const decided = json === undefined ? null : readDecidedText(json)
  if (!children && !decided) return null
  const texts: readonly (readonly [string, string])[] = decided
    ? [
        [decided.title, item.result.title],
        [plainText(decided.wording), plainText(trimBlocks(blocks))],
      ]
    : []
  return (
    <>
      {decided && isOpen && (
        <div id={id} className="wording-diff">
          <h3>{t('plenum:changesTitle')}</h3>
          {texts.every(([before, after]) => before === after) ? (
            <p className="muted s">{t('plenum:onlyFacts')}</p>
          ) : (
            texts
              .filter(([before, after]) => before !== after)
              .map(([before, after]) => <Diff key={after} before={before} after={after} />)
          )}
        </div>
      )}
      <div className="wording-bar">
        {children}
        {decided && (
          <Button
            size="small"
            variant="quiet"
            icon="history"
            aria-expanded={isOpen}
            {...(isOpen ? { 'aria-controls': id } : {})}
            onClick={() => setOpen((open) => !open)}
          >
            {t(isOpen ? 'plenum:hideChanges' : 'plenum:showChanges')}
          </Button>
        )}
      </div>
    </>
  )
}

function Diff({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <p dir="auto">
      {wordDiff(before, after).map(({ kind, text }, at) => {
        if (kind === 'same') return text
        return kind === 'added' ? <ins key={at}>{text}</ins> : <del key={at}>{text}</del>
      })}
    </p>
  )
}
