import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import type { ResultReport } from '#shared/report/report.ts'
import { resultOutline } from '#shared/report/reportOutline.ts'
import type { EventPlan } from '#shared/template.ts'
import { call } from '../../../sync/call.ts'
import { usePlenum } from '../../../sync/records.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { TopBar } from '../../../ui/TopBar.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { MainMenu } from '../../MainMenu.tsx'
import { momentIn } from '../../eventTime.ts'
import { OutlineBlocks } from '../outline/OutlineBlocks.tsx'
import { Refused } from '../Refused.tsx'
import { ChangesPaper, CompareBar } from './closingParts.ts'
import { Redacted } from './Redacted.tsx'
import './VersionPage.css'

type VersionAnswer = {
  readonly version: number
  readonly sha256: string
  readonly at: number
  readonly report: ResultReport
}

/** A finalised version as it was stored, whatever has changed since. Only erasing a note makes another of it. */
export function VersionPage({ number, plan }: { readonly number: number; readonly plan: EventPlan }) {
  const t = useTexts()
  const versions = usePlenum().data?.versions ?? []
  const info = versions.find((version) => version.number === number)
  const asked = useSearchParams()[0].get('vergleich')
  const against =
    asked !== null && /^(jetzt|[1-9]\d{0,5})$/.test(asked) && asked !== String(number) ? asked : null
  const { data, error } = useQuery({
    queryKey: ['version', number, info?.sha256],
    queryFn: ({ signal }) => call<VersionAnswer>('GET', `/api/plenum/versions/${number}`, undefined, signal),
  })
  return (
    <>
      <TopBar
        badge="P"
        isHeading={false}
        title={t('plenum:versionTitle', { version: number })}
        end={<MainMenu />}
      />
      <main className="version">
        <Link className="version-back" to="/plenum">
          <Icon name="arrow-left" />
          {t('plenum:backToPlenum')}
        </Link>
        <Refused error={error} />
        {!data && !error && <p className="muted late">{t('app:loading')}</p>}
        {data && (
          <>
            <p className="version-seal">
              <Icon name="lock" />
              <span>
                {t('plenum:frozen', { version: data.version, time: momentIn(plan.timezone, data.at).time })}
                <br />
                {info?.redacted && (
                  <>
                    <Redacted version={info} timezone={plan.timezone} />
                    <br />
                  </>
                )}
                <span className="sha">SHA-256 {data.sha256}</span>
              </span>
            </p>
            <CompareBar number={number} versions={versions} against={against} />
            {against === null ? (
              <article className="paper-document" lang={plan.language}>
                <OutlineBlocks blocks={resultOutline(data.report).blocks} />
              </article>
            ) : (
              <ChangesPaper number={number} report={data.report} against={against} versions={versions} />
            )}
          </>
        )}
      </main>
    </>
  )
}
