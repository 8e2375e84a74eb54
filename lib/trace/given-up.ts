/** What tells the collector which numbers of batches no batch will come with: browser and collector share the form. */
import { z } from 'zod'
import { DROPS } from './counts.ts'
import { Id, count } from './target.ts'

/** Told at once; more take more requests. */
export const MAX_GIVEN_UP = 500

export const GivenUp = z
  .strictObject({
    version: z.literal(1).describe('Version of this format.'),
    device: Id.describe('Pseudonym under which the batches were sealed; a request is about one, so that no two are tied to each other.'),
    numbers: z
      .array(
        z.strictObject({
          ordinal: count.describe('Number of a batch that will not be sent any more.'),
          reason: z.enum(DROPS).describe('Why its actions were dropped.'),
        }),
      )
      .min(1)
      .max(MAX_GIVEN_UP)
      .describe('Numbers under that pseudonym, each with its reason.'),
  })
  .describe('A note that batches were given up, so that their numbers do not look like a loss.')

export type GivenUp = z.infer<typeof GivenUp>
