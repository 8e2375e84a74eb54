/** A sync to disk costs the same for one row and for 64; beyond that the answers come later than they need to. */
const MAX_ROWS = 64
/** Long enough for requests that arrive together to share a sync, short beside any network. */
const MAX_WAIT_MS = 3

/**
 * Collects rows that arrive together into one commit.
 * @param commit writes all rows or none, and returns one answer a row once they are durable
 * @returns `add`, which settles after the commit the row was part of
 */
export function groupCommit<Row, Answer>(commit: (rows: Row[]) => Answer[]) {
  let waiting: { row: Row; resolve: (answer: Answer) => void; reject: (error: unknown) => void }[] = []
  let timer: NodeJS.Timeout | undefined

  function flush() {
    clearTimeout(timer)
    timer = undefined
    const group = waiting
    waiting = []
    try {
      const answers = commit(group.map(({ row }) => row))
      for (const [index, { resolve, reject }] of group.entries()) {
        const answer = answers[index]
        if (answer === undefined) reject(new Error('a row was committed without an answer'))
        else resolve(answer)
      }
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }

  return function add(row: Row): Promise<Answer> {
    return new Promise((resolve, reject) => {
      waiting.push({ row, resolve, reject })
      if (waiting.length >= MAX_ROWS) flush()
      else timer ??= setTimeout(flush, MAX_WAIT_MS)
    })
  }
}
