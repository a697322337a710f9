import type { EventPlan } from '#shared/template.ts'
import { useJoinLinks } from '../../sync/records.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { clockText, dateText } from '../eventTime.ts'
import { codeText } from '../join/joinCode.ts'
import { joinHost } from './joinHost.ts'
import { WallTrouble } from './WallTrouble.tsx'

type WelcomeProps = { readonly plan: EventPlan; readonly isOffline: boolean }

/** Before anything is shown: which event this is, and how one takes part. */
export function Welcome({ plan, isOffline }: WelcomeProps) {
  const t = useTexts()
  const language = useLanguage()
  const link = useJoinLinks().data?.find(({ role }) => role === 'member')
  return (
    <div className="wall wall-welcome">
      <main>
        <div className="wall-event" lang={plan.language}>
          <h1>{plan.title}</h1>
          {plan.subtitle && <p className="wall-subtitle">{plan.subtitle}</p>}
          <p className="wall-when num" lang={language}>
            {t('beamer:when', {
              date: dateText(plan.date, language),
              start: clockText(plan.start),
              end: clockText(plan.end),
            })}
          </p>
        </div>
        {link && (
          <section className="wall-join" aria-labelledby="wall-join">
            <img src={`data:image/svg+xml;utf8,${encodeURIComponent(link.qr)}`} alt={t('beamer:qr')} />
            <div>
              <h2 id="wall-join">{t('beamer:joinTitle')}</h2>
              <p>
                {t('beamer:joinOpen')}
                <strong className="wall-url">{joinHost(link.url)}</strong>
              </p>
              <p>
                {t('beamer:joinCode')}
                <strong className="wall-code num">{codeText(link.code)}</strong>
              </p>
            </div>
          </section>
        )}
        <WallTrouble isOffline={isOffline} />
      </main>
    </div>
  )
}
