import { Link } from 'react-router'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { momentIn } from '../../eventTime.ts'
import { reopen } from '../plenumCommands.ts'
import { viewPath } from '../plenumView.ts'
import { Refused } from '../Refused.tsx'
import { useCommand } from '../useCommand.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'
import { FrozenWays } from './closingParts.ts'
import { Redacted } from './Redacted.tsx'
import './FrozenBanner.css'

/** Calm news: it is finalised, this is the fingerprint, here it can be read. */
export function FrozenBanner() {
  const t = useTexts()
  const { answer, person, plan, mayShape } = usePlenumPlace()
  const command = useCommand()
  const version = answer.versions.at(-1)
  if (answer.plenum.state !== 'frozen' || !version) {
    if (!version && person.role !== 'member') return null
    return (
      <nav className="frozen-ways unfrozen" aria-label={t('plenum:frozenLabel')}>
        <FrozenWays />
      </nav>
    )
  }
  const { time } = momentIn(plan.timezone, version.at)
  return (
    <section className="frozen" tabIndex={-1} aria-label={t('plenum:frozenLabel')}>
      <p className="frozen-what">
        <Icon name="lock" />
        <strong className="num">{t('plenum:frozen', { version: version.number, time })}</strong>
        <abbr className="sha" title={`SHA-256 ${version.sha256}`}>
          SHA-256 {version.sha256.slice(0, 8)} …
        </abbr>
      </p>
      <div className="frozen-ways">
        {answer.versions.toReversed().map(({ number }) => (
          <Link key={number} to={viewPath({ kind: 'version', number })}>
            {t('plenum:readVersion', { version: number })}
          </Link>
        ))}
        <FrozenWays />
        {mayShape && (
          <Button
            size="small"
            icon="lock-open"
            aria-disabled={command.isBusy}
            onClick={() => void command.run(reopen)}
          >
            {t('plenum:reopen')}
          </Button>
        )}
      </div>
      {version.redacted && (
        <p className="s">
          <Redacted version={version} timezone={plan.timezone} />
        </p>
      )}
      {mayShape && answer.latecomers > 0 && (
        <p className="s">
          {t('plenum:latecomers', { count: answer.latecomers })}{' '}
          <Link to="/nachzuegler">{t('app:toLate')}</Link>
        </p>
      )}
      <Refused error={command.error} />
    </section>
  )
}
