import { findProgram } from './find-program.ts'

/** Path of Chromium, by Debian's names. */
export const findChromium = () => findProgram('Chromium', 'CHROMIUM', ['chromium', 'chromium-browser'])
