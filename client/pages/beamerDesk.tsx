import { useState } from 'react'
import type { BeamerShow, ScreenNumber } from '#shared/day/beamerScreen.ts'
import { groupShown, screenNumbers } from '#shared/day/beamerScreen.ts'
import { may, steers } from '#shared/roles.ts'
import { useBeamer, useMe } from '../sync/records.ts'
import { Choices } from '../ui/Choices.tsx'
import { Message } from '../ui/Message.tsx'
import { toast } from '../ui/toast.ts'
import { TopBar } from '../ui/TopBar.tsx'
import { useRefusalText } from '../ui/useRefusalText.ts'
import { useTexts } from '../ui/useTexts.ts'
import { useWallAnswers, useWallSource, type WallAnswers } from './beamer/useWallSource.ts'
import { ScreenControls } from './beamerDesk/ScreenControls.tsx'
import { ScreenPreview } from './beamerDesk/ScreenPreview.tsx'
import { ShowChooser } from './beamerDesk/ShowChooser.tsx'
import { useShowWords } from './beamerDesk/useShowWords.ts'
import { useSteer } from './beamerDesk/useSteer.ts'
import { Loading } from './Loading.tsx'
import { MainMenu } from './MainMenu.tsx'
import { usePageTitle } from './usePageTitle.ts'
import '../ui/Page.css'
import './beamerDesk/beamerDesk.css'

/** /beamer/steuern: what stands on the screens, what comes next, and what lies over it. */
export default function BeamerDesk() {
  const t = useTexts()
  const me = useMe().data
  const answers = useWallAnswers()
  usePageTitle(t('steer:title'))
  if (!me) return null
  return (
    <>
      <TopBar badge="L" title={t('steer:title')} end={<MainMenu />} />
      {!may(me.person, 'steerBeamer') ? (
        <main className="page narrow">
          <Message icon="lock">{t('steer:membersOnly')}</Message>
        </main>
      ) : answers ? (
        <Desk answers={answers} />
      ) : (
        <Loading />
      )}
    </>
  )
}

function Desk({ answers }: { readonly answers: WallAnswers }) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const source = useWallSource(answers)
  const words = useShowWords(source)
  const { person } = answers.me
  const steersAll = steers(person, 1, null)
  const [active, setActive] = useState<ScreenNumber>(steersAll ? 1 : 2)
  const [pages, setPages] = useState<Readonly<Record<ScreenNumber, number>>>({ 1: 1, 2: 1 })
  const [tellFirst] = useState(() => (count: number) => setPages((now) => ({ ...now, 1: count })))
  const [tellSecond] = useState(() => (count: number) => setPages((now) => ({ ...now, 2: count })))
  const screens = { 1: useBeamer(1).data, 2: useBeamer(2).data }
  const screen = screens[active]
  const { steer, error } = useSteer(active)
  if (!screens[1] || !screens[2] || !screen) return <Loading />
  const show = (wanted: BeamerShow) => void steer({ show: wanted, page: 0 })
  const mayQueue =
    steersAll || [screen.show, ...screen.queue].every((one) => steers(person, active, groupShown(one)))
  const queue = (wanted: BeamerShow) =>
    void steer((now) => ({ queue: [...now.queue, wanted], version: now.version })).then(() =>
      toast(t('steer:queued', { what: words(wanted) })),
    )
  return (
    <main className="page beamer-desk">
      <div className="previews">
        {screenNumbers.map((number) => (
          <ScreenPreview
            key={number}
            number={number}
            screen={screens[number] as NonNullable<(typeof screens)[1]>}
            source={source}
            onPages={number === 1 ? tellFirst : tellSecond}
          />
        ))}
      </div>
      {steersAll ? (
        <Choices
          legend={t('steer:which')}
          columns
          choices={screenNumbers.map((number) => ({
            id: String(number),
            title: t('steer:screen', { screen: number }),
          }))}
          value={String(active)}
          onChange={(id) => setActive(id === '2' ? 2 : 1)}
        />
      ) : (
        steers(person, active, groupShown(screen.show)) && <Message>{t('steer:groupOnly')}</Message>
      )}
      {error !== null && (
        <Message tone="bad" live>
          {refusalText(error)}
        </Message>
      )}
      <ScreenControls
        key={active}
        person={person}
        plan={source.plan}
        number={active}
        screen={screen}
        pages={pages[active]}
        steer={steer}
      />
      <ShowChooser
        key={`choose ${active}`}
        person={person}
        number={active}
        source={source}
        onShow={show}
        onQueue={mayQueue ? queue : null}
      />
    </main>
  )
}
