import type { z } from 'zod'
import type { LIST_SHAPE } from '../../../lib/policy/schema.ts'

/** What an administrator writes as `recording`, or signs as a file. */
export type Allowlist = z.input<z.ZodObject<typeof LIST_SHAPE>>
export type Site = Allowlist['sites'][number]
