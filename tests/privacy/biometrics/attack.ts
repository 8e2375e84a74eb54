/** Who was it? Attacks that learn from ten known sessions of everyone and are then shown sessions they have not seen. */
import { deviation, mean, type Features } from './features.ts'
import { whitening } from './whitening.ts'

export type Known = { person: number; features: Features }
export type Attack = (train: Known[], test: Known[]) => number

type Row = { person: number; values: number[] }

/** The attack the bar is set for: every feature on one scale, the nearest mean wins. @returns the share identified */
export const nearestCentroid: Attack = (train, test) => {
  const scaled = scale(train, test)
  return identified(scaled.test, centroids(scaled.train))
}

/** Linear discriminants: what varies within persons counts for less, what varies together counts once. */
export const nearestWhitenedCentroid: Attack = (train, test) => {
  const { train: known, test: unknown } = whitened(train, test)
  return identified(unknown, centroids(known))
}

/** The nearest sessions vote. An odd few of ten a person. */
const NEIGHBOURS = 5
export const nearestNeighbours: Attack = (train, test) => {
  const { train: known, test: unknown } = whitened(train, test)
  return share(unknown, ({ values }) => {
    const votes = new Map<number, number>()
    const near = known.map((row) => ({ person: row.person, away: squaredDistance(values, row.values) })).toSorted((a, b) => a.away - b.away)
    // A nearer session weighs a little more, which decides between equals.
    for (const [rank, { person }] of near.slice(0, NEIGHBOURS).entries()) votes.set(person, (votes.get(person) ?? 0) + 1 - rank / 100)
    return [...votes].toSorted(([, a], [, b]) => b - a)[0]?.[0]
  })
}

function whitened(train: Known[], test: Known[]): { train: Row[]; test: Row[] } {
  const scaled = scale(train, test)
  const means = new Map(centroids(scaled.train).map(({ person, values }) => [person, values]))
  const whiten = whitening(
    scaled.train.map(({ person, values }) => {
      const own = means.get(person) ?? []
      return values.map((value, feature) => value - (own[feature] ?? 0))
    }),
  )
  const through = ({ person, values }: Row): Row => ({ person, values: whiten(values) })
  return { train: scaled.train.map(through), test: scaled.test.map(through) }
}

/** Mean 0 and deviation 1 over the training sessions; a feature that a session lacks is average. */
function scale(train: Known[], test: Known[]): { train: Row[]; test: Row[] } {
  const names = [...new Set(train.flatMap(({ features }) => [...features.keys()]))]
  const scales = names.flatMap((name) => {
    const values: number[] = []
    for (const { features } of train) {
      const value = features.get(name)
      if (value !== undefined) values.push(value)
    }
    const spread = deviation(values)
    // Seen in few sessions, or the same in all: nothing to learn from.
    return values.length < train.length / 4 || spread < 1e-9 ? [] : [{ name, middle: mean(values), spread }]
  })
  const row = ({ person, features }: Known): Row => ({
    person,
    values: scales.map(({ name, middle, spread }) => ((features.get(name) ?? middle) - middle) / spread),
  })
  return { train: train.map(row), test: test.map(row) }
}

function centroids(rows: Row[]): Row[] {
  return [...Map.groupBy(rows, ({ person }) => person)].map(([person, own]) => ({
    person,
    values: (own[0]?.values ?? []).map((_, feature) => mean(own.map(({ values }) => values[feature] ?? 0))),
  }))
}

function identified(rows: Row[], known: Row[]): number {
  return share(rows, ({ values }) => {
    let best: { person: number; away: number } | undefined
    for (const { person, values: other } of known) {
      const away = squaredDistance(values, other)
      if (!best || away < best.away) best = { person, away }
    }
    return best?.person
  })
}

const share = (rows: Row[], guess: (row: Row) => number | undefined) =>
  rows.filter((row) => guess(row) === row.person).length / Math.max(1, rows.length)

function squaredDistance(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let index = 0; index < a.length; index++) sum += ((a[index] ?? 0) - (b[index] ?? 0)) ** 2
  return sum
}
