import { Link } from 'react-router'
import type { VersionInfo } from '#shared/result.ts'
import { may } from '#shared/roles.ts'
import { useMe } from '../../../sync/records.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { viewPath } from '../plenumView.ts'

type CompareBarProps = {
  readonly number: number
  readonly versions: readonly VersionInfo[]
  /** What it is laid beside: a version, `jetzt`, or nothing. */
  readonly against: string | null
}

/** What this version can be laid beside, and in which forms it can be taken home. */
export function CompareBar({ number, versions, against }: CompareBarProps) {
  const t = useTexts()
  const me = useMe().data
  const others = versions.filter((version) => version.number !== number)
  const path = viewPath({ kind: 'version', number })
  const way = (to: string, label: string) => (
    <li key={to}>
      <Link to={`${path}&vergleich=${to}`} aria-current={against === to ? 'page' : undefined}>
        {label}
      </Link>
    </li>
  )
  const exported =
    against === null
      ? `/api/export/results.FORMAT?version=${number}`
      : against === 'jetzt'
        ? `/api/export/changes.FORMAT?from=${number}`
        : `/api/export/changes.FORMAT?from=${Math.min(number, Number(against))}&to=${Math.max(number, Number(against))}`
  return (
    <div className="compare-bar">
      <nav aria-label={t('fates:compare')}>
        <span>{t('fates:compareWith')}</span>
        <ul>
          {others.map((version) =>
            way(String(version.number), t('fates:versionShort', { version: version.number })),
          )}
          {way('jetzt', t('fates:now'))}
        </ul>
        {against !== null && <Link to={path}>{t('fates:readWhole')}</Link>}
      </nav>
      {me && may(me.person, 'export') && (
        <div className="compare-downloads">
          <span>{t('fates:downloadVersion')}</span>
          <ul>
            <li>
              <a href={exported.replace('FORMAT', 'docx')} download>
                {t('fates:asWord')}
              </a>
            </li>
            <li>
              <a href={exported.replace('FORMAT', 'md')} download>
                {t('fates:asText')}
              </a>
            </li>
            {against === null && (
              <li>
                <a href={exported.replace('FORMAT', 'json')} download>
                  {t('fates:asJson')}
                </a>
              </li>
            )}
          </ul>
        </div>
      )}
    </div>
  )
}
