/** As much of a template as has times of day. What else stands in it is none of our business, and stays. */
type Timed = { readonly start: string; readonly end: string }
type Timetable = Partial<Timed> & {
  readonly agenda?: readonly Timed[]
  readonly phases?: readonly Timed[]
  readonly plenumPhases?: readonly Timed[]
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const timeOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const lastMinute = 24 * 60 - 1

/**
 * Moves what is still to come of a day by so many minutes, and the end of what runs; what has been stays.
 * `clock` is the time of the event now, HH:MM, or null before its day. Earlier is never earlier than now.
 * Null when the day has not that many minutes left.
 */
export const shiftPlan = <Plan extends object>(
  plan: Plan,
  minutes: number,
  clock: string | null,
): Plan | null => {
  const timetable = plan as Plan & Timetable
  const { agenda = [], phases = [], plenumPhases = [] } = timetable
  const now = clock === null ? -1 : minutesOf(clock)
  const all = [...agenda, ...phases, ...plenumPhases]
  const ahead = all
    .flatMap(({ start, end }) => [minutesOf(start), minutesOf(end)])
    .filter((time) => time > now)
  const by = minutes > 0 ? minutes : Math.min(0, Math.max(minutes, Math.max(now, 0) - Math.min(...ahead)))
  if (ahead.some((time) => time + by > lastMinute)) return null
  const shifted = (time: string) => (minutesOf(time) > now ? timeOf(minutesOf(time) + by) : time)
  const moved = (list: readonly Timed[] | undefined) =>
    list?.map((item) => ({ ...item, start: shifted(item.start), end: shifted(item.end) }))
  const end = timetable.end
  return {
    ...plan,
    ...(timetable.agenda && { agenda: moved(timetable.agenda) }),
    ...(timetable.phases && { phases: moved(timetable.phases) }),
    ...(timetable.plenumPhases && { plenumPhases: moved(timetable.plenumPhases) }),
    ...(end !== undefined &&
      minutesOf(end) > now && { end: timeOf(Math.min(lastMinute, minutesOf(end) + by)) }),
  }
}
