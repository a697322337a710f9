import type { DayAnswer } from '#shared/day/dayAnswer.ts'
import type { PhaseState, Stage } from '#shared/day/phaseState.ts'
import { call } from '../../sync/call.ts'
import { keys, queryClient } from '../../sync/records.ts'

type Commands = {
  phase: { phase: string; round: number }
  extend: { minutes: number; round: number; endsAt: number }
  members: { members: PhaseState['members']; round: number }
  rapporteur: { person: string | null }
  end: { round: number }
  done: { done: boolean; round: number }
}

/** A command for a stage. Every page fetches the day anew; the own one does not wait for being told. */
export const stageCommand = async <Name extends keyof Commands>(
  stage: Stage,
  name: Name,
  body: Commands[Name],
): Promise<void> => {
  try {
    await call('POST', `/api/stages/${encodeURIComponent(stage)}/${name}`, body)
  } finally {
    await queryClient.invalidateQueries({ queryKey: keys.day })
  }
}

/** Extends what runs by what this page knows at the moment of the tap: taps one after the other all count. */
export const extendStage = async (stage: Stage, minutes: number): Promise<void> => {
  const state = queryClient.getQueryData<DayAnswer>(keys.day)?.phases[stage]
  if (state) await stageCommand(stage, 'extend', { minutes, round: state.round, endsAt: state.endsAt })
}

/** Names a wish, so that it counts once however often it arrives. */
export const wishKey = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
