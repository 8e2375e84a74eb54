import type { z } from 'zod'
import type { Recording } from '../../../lib/policy/schema.ts'

/** What an administrator writes as `recording`. */
export type Allowlist = z.input<typeof Recording>
export type Site = Allowlist['sites'][number]
