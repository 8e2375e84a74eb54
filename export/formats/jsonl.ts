import type { Trace } from '../../lib/trace/schema.ts'

/** Line ends in JavaScript and in some readers of lines, but not in JSON. */
const LINE_ENDS = /[\u2028\u2029]/g

/** One line of JSON for each trace. */
export function* jsonl(traces: () => Iterable<Trace>): Generator<string> {
  for (const trace of traces()) {
    const line = JSON.stringify(trace).replace(LINE_ENDS, (end) => `\\u${end.charCodeAt(0).toString(16)}`)
    yield `${line}\n`
  }
}
