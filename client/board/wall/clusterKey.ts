import type { ClusterId, QuestionId } from '#shared/ids.ts'

/** A cluster in one zone. Ids of notes have no slash, so keys are never mixed up. */
export const clusterKey = (question: QuestionId | null, id: ClusterId): string => `${question}/${id}`
