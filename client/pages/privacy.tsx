import { useNavigate } from 'react-router'
import { Button } from '../ui/Button.tsx'
import { useTexts } from '../ui/useTexts.ts'
import { usePageTitle } from './usePageTitle.ts'
import '../ui/Page.css'
import './privacy.css'

/** /datenschutz: what is stored where, in plain words. */
export default function Privacy() {
  const t = useTexts()
  const navigate = useNavigate()
  usePageTitle(t('privacy:title'))
  const back = () => void (history.length > 1 ? navigate(-1) : navigate('/'))
  return (
    <main className="page narrow privacy">
      <h1>{t('privacy:title')}</h1>
      <p>{t('privacy:intro')}</p>
      <section>
        <h2>{t('privacy:serverTitle')}</h2>
        <ul>
          <li>{t('privacy:serverName')}</li>
          <li>{t('privacy:serverNotes')}</li>
          <li>{t('privacy:serverHistory')}</li>
          <li>{t('privacy:serverNot')}</li>
        </ul>
      </section>
      <section>
        <h2>{t('privacy:deviceTitle')}</h2>
        <ul>
          <li>{t('privacy:deviceCookie')}</li>
          <li>{t('privacy:deviceNotes')}</li>
          <li>{t('privacy:deviceLanguage')}</li>
        </ul>
      </section>
      <section>
        <h2>{t('privacy:othersTitle')}</h2>
        <p>{t('privacy:othersText')}</p>
      </section>
      <section>
        <h2>{t('privacy:durationTitle')}</h2>
        <p>{t('privacy:durationText')}</p>
      </section>
      <section>
        <h2>{t('privacy:casesTitle')}</h2>
        <p>{t('privacy:casesText')}</p>
      </section>
      <p>
        <Button icon="arrow-left" onClick={back}>
          {t('app:back')}
        </Button>
      </p>
    </main>
  )
}
