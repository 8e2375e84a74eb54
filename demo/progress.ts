/** What the demo says while it works: one line when something begins, one when it is done. */
const begun = performance.now()

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`

export function say(line: string): void {
  console.log(`${seconds(begun).padStart(7)}  ${line}`)
}

/** Runs one step and says how long it took. What it throws is thrown on, after the step is named as failed. */
export async function step<T>(name: string, run: () => Promise<T>): Promise<T> {
  const start = performance.now()
  say(`${name} …`)
  try {
    const result = await run()
    say(`${name}: done in ${seconds(start)}`)
    return result
  } catch (error) {
    say(`${name}: failed`)
    throw error
  }
}
