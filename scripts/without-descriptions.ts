/** What the data model says of itself is for documents; in the extension it would be a twelfth of the worker. */
import type { Plugin } from 'vite'
import { z } from 'zod'

const FILES = /\/lib\/(?:trace|policy)\/[a-z-]+\.ts$/
const Range = z.object({ start: z.int(), end: z.int() })
const Described = z.object({
  type: z.literal('CallExpression'),
  callee: z.object({ object: Range, property: z.object({ type: z.literal('Identifier'), name: z.literal('describe') }) }),
  arguments: z.tuple([z.object({ type: z.literal('Literal'), value: z.string() })]),
  end: z.int(),
})

/** Takes `.describe('…')` out of schemas; calls whose text is made elsewhere stay. */
export function withoutDescriptions(): Plugin {
  return {
    name: 'without-descriptions',
    enforce: 'pre',
    transform(code, id) {
      if (!FILES.test(id)) return null
      const calls: [number, number][] = []
      visit(this.parse(code, { lang: 'ts' }), calls)
      return {
        code: calls.toSorted(([a], [b]) => b - a).reduce((text, [from, to]) => text.slice(0, from) + text.slice(to), code),
        map: null,
      }
    },
  }
}

/** Collects what stands between the schema and the end of each call. */
function visit(node: unknown, calls: [number, number][]): void {
  if (typeof node !== 'object' || node === null) return
  const call = Described.safeParse(node)
  if (call.success) calls.push([call.data.callee.object.end, call.data.end])
  for (const child of Object.values(node)) visit(child, calls)
}
