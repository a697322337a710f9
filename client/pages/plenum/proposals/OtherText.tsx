import type { ResultText } from '#shared/day/beamerScreen.ts'
import { plainText, trimBlocks } from '#shared/note.ts'
import { BlocksText } from '../../../ui/BlocksText.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import type { OutlineItem } from '../outline/plenumOutline.ts'
import { usePlenumPlace, useWording } from '../usePlenumPlace.ts'
import { Difference } from './Difference.tsx'
import { resultTextsOf } from './resultTexts.ts'
import './proposals.css'

type OtherTextProps = { readonly item: OutlineItem; readonly text: Exclude<ResultText, 'current'> }

/** A text of a result that is not that of now. */
export function OtherText({ item, text }: OtherTextProps) {
  const t = useTexts()
  const { notes } = usePlenumPlace()
  const { result, standing } = item
  const now = plainText(trimBlocks(useWording(result.id)))
  const { original, decided, isAttempt, before } = resultTextsOf(result, standing, (ref) => notes.get(ref))
  if (text === 'original') return <BlocksText blocks={trimBlocks(original)} />
  if (text === 'decided' && decided)
    return (
      <>
        {decided.title !== result.title && (
          <p className="other-title" dir="auto">
            {decided.title}
          </p>
        )}
        <BlocksText blocks={decided.wording} />
      </>
    )
  const isTitle = before.title !== result.title
  return (
    <>
      <p className="other-head">
        {t(
          isAttempt
            ? 'proposals:changesSinceAsked'
            : decided
              ? 'proposals:changesSinceDecision'
              : 'proposals:changesSinceNotes',
        )}
      </p>
      {isTitle && <Difference before={before.title} after={result.title} />}
      {before.text !== now && <Difference before={before.text} after={now} />}
      {!isTitle && before.text === now && (
        <p className="muted s">{t(standing.changed ? 'proposals:onlyFacts' : 'proposals:same')}</p>
      )}
    </>
  )
}
