/**
 * Time of a page's main thread in the extension's code and whatever that calls, from samples of what runs. A trace tells events apart,
 * but the browser takes time to write down each of them, in ours; so sums are measured this way.
 */
import { z } from 'zod'

/** Coarse, so that sampling costs nothing itself: a hundredth of the samples is ours when 100 ms in 10 s are. */
export const SAMPLE_US = 500

const Frame = z.object({ functionName: z.string(), url: z.string() })
export const Profile = z.object({
  nodes: z.array(z.object({ id: z.int(), callFrame: Frame, children: z.array(z.int()).default([]) })),
  samples: z.array(z.int()),
  /** µs since the sample before, one for each. */
  timeDeltas: z.array(z.number()),
})

/** @returns ms of the samples below a function of the extension's, or of the browser's own code for extensions, which has no address */
export function ownSampledMs({ nodes, samples, timeDeltas }: z.output<typeof Profile>): number {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const own = new Set<number>()
  const visit = (id: number, isOwn: boolean) => {
    const node = byId.get(id)
    if (!node) return
    const mine = isOwn || isOurs(node.callFrame)
    if (mine) own.add(id)
    for (const child of node.children) visit(child, mine)
  }
  const [root] = nodes
  if (root) visit(root.id, false)
  return samples.reduce((total, sample, index) => total + (own.has(sample) ? (timeDeltas[index] ?? 0) : 0), 0) / 1000
}

const isOurs = ({ url, functionName }: z.output<typeof Frame>) =>
  url.startsWith('chrome-extension:') || url.startsWith('extensions::') || /sendMessage|dispatchOnMessage/.test(functionName)
