import { z } from 'zod'
import { defineJob } from '../../index.ts'

/** A warning or worse was written down: which incident is it part of, and who has to hear of it? */
export const gatherIncident = defineJob('platform.gather-incident', z.object({ eventId: z.number().int().positive() }))
