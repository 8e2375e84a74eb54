/** One gate for faults of our own: each place once, by name, and never with anything a page said. */
const reported = new Set<string>()

export function report(fault: unknown): undefined {
  const name = fault instanceof Error ? fault.name : typeof fault
  const place =
    fault instanceof Error
      ? (fault.stack
          ?.split('\n')
          .find((line) => /^\s+at /.test(line))
          ?.trim() ?? '')
      : ''
  if (reported.has(name + place)) return
  reported.add(name + place)
  console.warn(`Waymark: ${name} ${place}`)
}
