import { Link } from 'react-router'
import { Icon } from '../../../ui/Icon.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { ClosingRemarks } from '../result/remarkParts.ts'
import { LooseFates } from './closingParts.ts'
import { GroupPoints } from './GroupPoints.tsx'
import { NextSteps } from './NextSteps.tsx'
import { ParkingLot } from './ParkingLot.tsx'
import './ClosingView.css'

/** What is said at the end: open points without a result, who takes the parked notes, what happens next. */
export function ClosingView() {
  const t = useTexts()
  return (
    <article className="closing" aria-labelledby="closing-title">
      <Link className="back-link" to="/plenum">
        <Icon name="arrow-left" />
        {t('plenum:allResults')}
      </Link>
      <h2 id="closing-title">{t('plenum:closing')}</h2>
      <LooseFates />
      <ClosingRemarks />
      <GroupPoints />
      <ParkingLot />
      <NextSteps />
    </article>
  )
}
