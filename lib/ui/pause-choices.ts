/** Which pauses a person is offered. Pure. */
const MINUTE_MS = 60_000
const QUARTER = 15
const HOUR = 60

export type PauseChoice = { name: 'quarter' | 'hour' | 'tomorrow'; minutes: number }

/** Minutes until the next midnight where the person is; a day of 23 or 25 hours counts as it is. */
export function minutesUntilTomorrow(now: number): number {
  const date = new Date(now)
  const midnight = new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1)
  return Math.ceil((midnight.getTime() - now) / MINUTE_MS)
}

/**
 * 15 minutes, an hour, until tomorrow: as far as policy allows. Late in the evening "until tomorrow" would be shorter
 * than an hour, which is not what anyone means by it, and is left out.
 */
export function pauseChoices(maxMinutes: number, now: number): PauseChoice[] {
  const tomorrow = minutesUntilTomorrow(now)
  const choices: PauseChoice[] = [
    { name: 'quarter', minutes: QUARTER },
    { name: 'hour', minutes: HOUR },
  ]
  if (tomorrow > HOUR) choices.push({ name: 'tomorrow', minutes: tomorrow })
  return choices.filter(({ minutes }) => minutes <= maxMinutes)
}
