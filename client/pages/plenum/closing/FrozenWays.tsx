import { Link } from 'react-router'
import { useTexts } from '../../../ui/useTexts.ts'
import { viewPath } from '../plenumView.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'

/** Quiet ways out of the finalised Plenum: what changed, what happened, what became of one's own cards. */
export function FrozenWays() {
  const t = useTexts()
  const { answer, person } = usePlenumPlace()
  const { versions } = answer
  const last = versions.at(-1)
  const before = versions.at(-2)
  return (
    <>
      {last && before && (
        <Link to={`${viewPath({ kind: 'version', number: last.number })}&vergleich=${before.number}`}>
          {t('fates:changesTitle', { from: before.number, to: last.number })}
        </Link>
      )}
      {answer.plenum.state !== 'frozen' && last && (
        <Link to={`${viewPath({ kind: 'version', number: last.number })}&vergleich=jetzt`}>
          {t('fates:changesNow', { from: last.number })}
        </Link>
      )}
      {last && <Link to="/protokoll">{t('fates:toMinutes')}</Link>}
      {person.role === 'member' && <Link to="/meine-karten">{t('fates:question')}</Link>}
    </>
  )
}
