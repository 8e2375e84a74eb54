/** Numbers about a session, by name. */
export type Features = Map<string, number>

export type Notes = {
  /** One observation of something that occurs many times. */
  note(name: string, value: number): void
  /** Each thing observed, by mean, spread and quantiles; and how often. */
  summary(): Features
}

export function notes(): Notes {
  const seen = new Map<string, number[]>()
  return {
    note(name, value) {
      if (!Number.isFinite(value)) return
      const known = seen.get(name)
      if (known) known.push(value)
      else seen.set(name, [value])
    },
    summary() {
      const features: Features = new Map()
      for (const [name, values] of seen) {
        const sorted = values.toSorted((a, b) => a - b)
        const quantile = (part: number) => sorted[Math.round(part * (sorted.length - 1))] ?? 0
        features.set(`${name} count`, values.length)
        features.set(`${name} mean`, mean(values))
        if (values.length < 4) continue
        features.set(`${name} spread`, deviation(values))
        features.set(`${name} low`, quantile(0.15))
        features.set(`${name} middle`, quantile(0.5))
        features.set(`${name} high`, quantile(0.85))
      }
      return features
    },
  }
}

export const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

export function deviation(values: readonly number[]): number {
  const middle = mean(values)
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)))
}

/** Durations spread by factors, so they are compared by their logarithm; the millisecond keeps zero finite. */
export const logMs = (ms: number) => Math.log(Math.max(0, ms) + 1)
