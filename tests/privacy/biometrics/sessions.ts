/** Sessions of a whole population: ten to learn from and ten to tell apart, of everybody. */
import type { Attack, Known } from './attack.ts'
import { mean, type Features } from './features.ts'
import { randomFrom, type Random } from './random.ts'

/** The population the bar is set for. */
export const PERSONS = 50
/** What the attack knows of everybody. */
const LEARNED = 10
/** Five hundred sessions to tell apart put 6 % six standard errors above chance. */
const SHOWN = 10

type Session<T> = { person: number; number: number; events: T }
export type Seen = { learned: Known[]; shown: Known[] }

export function sessionsOf<Person, T>(seed: number, people: Person[], session: (person: Person, random: Random) => T): Session<T>[] {
  return people.flatMap((someone, person) =>
    Array.from({ length: LEARNED + SHOWN }, (_, number) => ({
      person,
      number,
      events: session(someone, randomFrom(seed, 3, person, number)),
    })),
  )
}

/** What an attack sees of the sessions: of the first of each person it is told whose they are. */
export function seen<T>(sessions: Session<T>[], features: (events: T) => Features): Seen {
  const known = (some: Session<T>[]) => some.map(({ person, events }) => ({ person, features: features(events) }))
  return {
    learned: known(sessions.filter(({ number }) => number < LEARNED)),
    shown: known(sessions.filter(({ number }) => number >= LEARNED)),
  }
}

/** The sessions shown of each person as one, for an attack that knows which belong together: every feature by its mean. */
export function pooled({ learned, shown }: Seen): Seen {
  const together = [...Map.groupBy(shown, ({ person }) => person)].map(([person, own]): Known => {
    const names = new Set(own.flatMap(({ features }) => [...features.keys()]))
    const values = (name: string) => own.flatMap(({ features }) => features.get(name) ?? [])
    return { person, features: new Map([...names].map((name) => [name, mean(values(name))])) }
  })
  return { learned, shown: together }
}

/** Share of the sessions shown whose person the attack names. */
export function identified({ learned, shown }: Seen, attack: Attack): number {
  return attack(learned, shown)
}
