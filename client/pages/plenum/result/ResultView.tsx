import { useState } from 'react'
import { Link } from 'react-router'
import { Icon } from '../../../ui/Icon.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { AddRow, type Addition } from './AddRow.tsx'
import { Facts } from './Facts.tsx'
import type { OutlineItem } from '../outline/plenumOutline.ts'
import { OpenPoints } from './OpenPoints.tsx'
import { Proposals } from '../proposals/proposalParts.ts'
import { Remarks } from './remarkParts.ts'
import { ResultHead } from './ResultHead.tsx'
import { Sources } from './Sources.tsx'
import { usePlenumPlace } from '../usePlenumPlace.ts'
import { Wording } from './Wording.tsx'
import './ResultView.css'

/** One result: its wording, what belongs to it, and the notes it came from. */
export function ResultView({ item }: { readonly item: OutlineItem }) {
  const t = useTexts()
  const { canEdit } = usePlenumPlace()
  const [adding, setAdding] = useState<Addition | null>(null)
  const end = () => setAdding(null)
  return (
    <article className="result" aria-labelledby="result-title">
      <Link className="back-link" to="/plenum">
        <Icon name="arrow-left" />
        {t('plenum:allResults')}
      </Link>
      <ResultHead item={item} />
      <Wording item={item} />
      <Proposals item={item} />
      <Facts item={item} adding={adding} onEnd={end} />
      <Sources item={item} adding={adding} onEnd={end} />
      <OpenPoints item={item} isAdding={adding === 'point'} onEnd={end} />
      <Remarks item={item} isAdding={adding === 'reservation'} onEnd={end} />
      {canEdit && <AddRow result={item.result} onAdd={setAdding} />}
    </article>
  )
}
