import { useState } from 'react'
import type { Person } from '#shared/api.ts'
import { maxMessageLength, type BeamerShow, type ScreenNumber } from '#shared/day/beamerScreen.ts'
import type { Stage } from '#shared/day/phaseState.ts'
import { talkName } from '#shared/day/questionOrigin.ts'
import type { GroupId, ResultId } from '#shared/ids.ts'
import { steers } from '#shared/roles.ts'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import type { WallSource } from '../beamer/useWallSource.ts'
import { talksOf } from '../questions/talkInFocus.ts'
import { GroupChoice } from './GroupChoice.tsx'
import { ShowButtons } from './ShowButtons.tsx'

type ShowChooserProps = {
  readonly person: Person
  readonly number: ScreenNumber
  readonly source: WallSource
  readonly onShow: (show: BeamerShow) => void
  readonly onQueue: ((show: BeamerShow) => void) | null
}

const forAll = ['welcome', 'today', 'groups', 'blank'] as const

/** Everything that can stand on a screen; each is shown at once, or put aside for later. */
export function ShowChooser({ person, number, source, onShow, onQueue }: ShowChooserProps) {
  const t = useTexts()
  const language = useLanguage()
  const { plan, groups } = source
  const own = plan.groups.filter(({ id }) => steers(person, number, id)).map(({ id }) => id)
  const seesAll = steers(person, number, null)
  const talks = talksOf(plan)
  const results = groups.flatMap(({ items }) => items)
  const [talk, setTalk] = useState(talks[0]?.id ?? '')
  const [stage, setStage] = useState<string>(seesAll ? 'plenum' : (own[0] ?? ''))
  const [text, setText] = useState('')
  const [result, setResult] = useState<string>('')
  const chosen = results.find((one) => one.result.id === result) ?? results[0]
  const buttons = (show: BeamerShow, isOff = false) => (
    <ShowButtons source={source} show={show} isOff={isOff} onShow={onShow} onQueue={onQueue} />
  )
  const stages = [...(seesAll ? ['plenum'] : []), ...own]
  return (
    <section className="chooser" aria-labelledby="chooser">
      <h2 id="chooser">{t('steer:choose')}</h2>
      <div className="chooser-grid">
        {seesAll && (
          <fieldset className="sheet chooser-part">
            <legend>{t('steer:sectionDay')}</legend>
            {forAll.map((kind) => (
              <div key={kind} className="chooser-row">
                <span>{t(`steer:${kind}`)}</span>
                {buttons({ kind })}
              </div>
            ))}
          </fieldset>
        )}
        {own.length > 0 && <GroupChoice source={source} own={own as GroupId[]} buttons={buttons} />}
        {seesAll && talk !== '' && (
          <fieldset className="sheet chooser-part">
            <legend>{t('steer:sectionQuestions')}</legend>
            <Select
              label={t('steer:talk')}
              value={talk}
              options={talks.map(({ id, title }) => ({
                id,
                label: `${talkName(plan, id, language)}: ${title}`,
              }))}
              onChange={setTalk}
            />
            {(['question', 'questions'] as const).map((kind) => (
              <div key={kind} className="chooser-row">
                <span>{t(`steer:${kind}`, { talk: talkName(plan, talk, language) })}</span>
                {buttons({ kind, item: talk })}
              </div>
            ))}
          </fieldset>
        )}
        {stages.length > 0 && (
          <fieldset className="sheet chooser-part">
            <legend>{t('steer:sectionTimer')}</legend>
            <Select
              label={t('steer:stage')}
              value={stage}
              options={stages.map((id) => ({
                id,
                label: id === 'plenum' ? t('wall:plenum') : t('wall:group', { group: id }),
              }))}
              onChange={setStage}
            />
            {(['timer', 'points'] as const).map((kind) => (
              <div key={kind} className="chooser-row">
                <span>{t(`steer:${kind}Row`)}</span>
                {buttons({ kind, stage: stage as Stage })}
              </div>
            ))}
          </fieldset>
        )}
        {seesAll && (
          <fieldset className="sheet chooser-part">
            <legend>{t('steer:sectionMessage')}</legend>
            <Field
              label={t('steer:text')}
              multiline
              rows={2}
              value={text}
              onChange={setText}
              maxLength={maxMessageLength}
            />
            {buttons({ kind: 'message', text: text.trim() }, text.trim() === '')}
          </fieldset>
        )}
        {seesAll && chosen && (
          <fieldset className="sheet chooser-part">
            <legend>{t('steer:sectionResult')}</legend>
            <Select
              label={t('steer:result')}
              value={chosen.result.id}
              options={results.map(({ name, result: { id, title } }) => ({
                id,
                label: [name, title].filter(Boolean).join(' '),
              }))}
              onChange={setResult}
            />
            {buttons({ kind: 'result', id: chosen.result.id as ResultId })}
          </fieldset>
        )}
      </div>
    </section>
  )
}
