import { resultKinds, type EventPlan, type Label, type Language } from '../template.ts'

/** What every document says about its event. */
export type ReportEvent = {
  readonly title: string
  readonly subtitle: string
  readonly date: string
  readonly timezone: string
  readonly language: Language
  readonly levels: readonly (Label & { readonly id: string })[]
  readonly tags: readonly (Label & { readonly id: string })[]
  readonly consent: readonly (Label & { readonly id: string; readonly blocks: boolean })[]
  /** The kinds of result, as the template names them. */
  readonly resultKinds: readonly (Label & { readonly id: string })[]
}

export const reportEvent = (plan: EventPlan): ReportEvent => ({
  title: plan.title,
  subtitle: plan.subtitle,
  date: plan.date,
  timezone: plan.timezone,
  language: plan.language,
  levels: plan.levels.map(labelled),
  tags: plan.tagSets.flatMap((set) => set.tags).map(labelled),
  consent: plan.consent.map((option) => ({ ...labelled(option), blocks: option.blocks })),
  resultKinds: resultKinds(plan).map(labelled),
})
const labelled = ({ id, de, en }: Label & { id: string }) => ({ id, de, en })

/** When the Plenum meets, if the template says so. */
export const plenumTimeOf = (plan: EventPlan): { start: string; end: string } | null => {
  const item = plan.agenda.find(({ kind }) => kind === 'plenum')
  const first = item ?? plan.plenumPhases[0]
  const last = item ?? plan.plenumPhases.at(-1)
  return first && last ? { start: first.start, end: last.end } : null
}
