import type { FirstLook, LookCard } from '#shared/firstLook.ts'
import type { Person } from '#shared/api.ts'
import type { DayAnswer } from '#shared/day/dayAnswer.ts'
import type { NoteId } from '#shared/ids.ts'
import type { EventPlan, Group, Language } from '#shared/template.ts'
import type { Translate } from '../../ui/translator.ts'

/** All that a first look is drawn from. */
export type LookContext = {
  readonly look: FirstLook
  readonly cards: ReadonlyMap<NoteId, LookCard>
  readonly person: Person
  readonly plan: EventPlan
  readonly group: Group
  readonly day: DayAnswer
  readonly language: Language
  readonly t: Translate
}
