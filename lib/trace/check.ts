/** What a collector answers to the question whether a browser could deliver: browser and collector share the form. */
import { z } from 'zod'

export const CheckAnswer = z
  .strictObject({
    status: z.literal('ok').describe('The token is taken.'),
    now: z.int().min(0).describe('Clock of the collector, ms since 1970.'),
    version: z.int().min(1).describe('Version of the trace format that it takes.'),
  })
  .describe('What a collector says when it is asked whether it would take a delivery. Nothing is stored of the question.')
export type CheckAnswer = z.infer<typeof CheckAnswer>
