/**
 * Which time of a page's main thread was the extension's, from a trace of the browser. CPU time: others who want the processor
 * are no cost of ours. Whatever runs is ours but for the page's own scripts, which make no promises.
 */
import { z } from 'zod'

export const CATEGORIES = ['-*', 'devtools.timeline', 'disabled-by-default-devtools.timeline']
/** What `console.timeStamp` says when the next time begins. */
export const MARK = 'next time'

const LAYOUT = new Set(['UpdateLayoutTree', 'Layout'])

const Data = z.object({ type: z.string(), url: z.string(), message: z.string() }).partial()
const Event = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.int(),
  tid: z.int(),
  /** µs since some moment; `tdur` is left out where it is none. */
  ts: z.number().default(0),
  dur: z.number().default(0),
  tdur: z.number().default(0),
  args: z
    .object({ data: Data.default({}).catch({}) })
    .default({ data: {} })
    .catch({ data: {} }),
})
type Event = z.output<typeof Event>
const Trace = z.object({ traceEvents: z.array(Event) })

/** One stretch of our code, outermost. */
export type Stretch = {
  at: number
  ms: number
  /** When the task began, which tells tasks apart. */
  task: number
  /** Input events around it, the outermost first; each with its beginning. */
  events: { type: string; at: number }[]
  what: 'evaluate' | 'call' | 'microtasks'
  /** Style and layout in it, which the page would be due for sooner or later; ms. */
  layoutMs: number
}
export type OwnTrace = { stretches: Stretch[]; marks: { message: string; at: number }[]; loadedAt: number | null; compileMs: number }

export function readTrace(json: string): OwnTrace {
  const events = onMainThread(Trace.parse(JSON.parse(json)).traceEvents)
  const stretches: Stretch[] = []
  const open: { event: Event; until: number; own: Stretch | null }[] = []
  for (const event of events.filter(({ ph }) => ph === 'X')) {
    while (open.length > 0 && (open.at(-1)?.until ?? 0) <= event.ts) open.pop()
    const around = open.map((each) => each.event)
    const inside = open.find(({ own }) => own)?.own
    if (inside && LAYOUT.has(event.name) && !around.some(({ name }) => LAYOUT.has(name))) inside.layoutMs += event.tdur / 1000
    const own = inside ? null : ownOf(event, around)
    open.push({ event, until: event.ts + event.dur, own })
    if (own) stretches.push(own)
  }
  const marks = events.filter(({ name }) => name === 'TimeStamp').map(({ ts, args }) => ({ message: args.data.message ?? '', at: ts }))
  const compiled = events.filter(({ name, args }) => name === 'v8.compile' && isOurs(args.data.url))
  const loaded = events.findLast(({ name }) => name === 'MarkLoad')
  return { stretches, marks, loadedAt: loaded?.ts ?? null, compileMs: compiled.reduce((sum, { tdur }) => sum + tdur, 0) / 1000 }
}

/** In order of their beginning, what is around first. Other threads dispatch no events that anybody listens to, or few. */
function onMainThread(all: Event[]): Event[] {
  const threads = Map.groupBy(
    all.filter(({ name }) => name === 'EventDispatch'),
    ({ pid, tid }) => `${pid} ${tid}`,
  )
  const [main] = [...threads].toSorted(([, a], [, b]) => b.length - a.length)
  return all.filter(({ pid, tid }) => `${pid} ${tid}` === main?.[0]).toSorted((a, b) => a.ts - b.ts || b.dur - a.dur)
}

/** @param around what it is in, the outermost first */
function ownOf(event: Event, around: Event[]): Stretch | null {
  const what = whatOf(event, around)
  if (!what) return null
  const events = around.filter(({ name }) => name === 'EventDispatch').map(({ ts, args }) => ({ type: args.data.type ?? '', at: ts }))
  const task = around.find(({ name }) => name === 'RunTask') ?? event
  return { at: event.ts, ms: event.tdur / 1000, task: task.ts, events, what, layoutMs: 0 }
}

function whatOf({ name, args }: Event, around: Event[]): Stretch['what'] | null {
  const { url = '' } = args.data
  if (name === 'EvaluateScript' && isOurs(url)) return 'evaluate'
  // The browser's own code for messages to extensions has no address.
  if (name === 'FunctionCall' && !url.startsWith('http')) return 'call'
  const inside = around.findLast((each) => each.name !== 'RunTask')?.name
  return name === 'RunMicrotasks' && inside !== 'FunctionCall' && inside !== 'EvaluateScript' ? 'microtasks' : null
}

const isOurs = (url = '') => url.startsWith('chrome-extension:')
