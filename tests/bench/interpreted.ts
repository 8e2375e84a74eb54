/** Imported before any schema is made: who evaluates code in a page may compile some, and zod believes it; what it does later may not. */
import { z } from 'zod'

z.config({ jitless: true })
