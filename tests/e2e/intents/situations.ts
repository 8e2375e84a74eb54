/** Every situation, in the order of the scorecard. */
import type { Situation } from './situation.ts'
import { ACTIVATION_SITUATIONS } from './situations/activation.ts'
import { CHECK_SITUATIONS } from './situations/check.ts'
import { CLICK_SITUATIONS } from './situations/click.ts'

export const SITUATIONS: readonly Situation[] = [...CLICK_SITUATIONS, ...ACTIVATION_SITUATIONS, ...CHECK_SITUATIONS]
