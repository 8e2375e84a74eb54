import { domainToASCII } from 'node:url'
import { z } from 'zod'

/** Public suffixes as the allowlist compares them: ASCII, one a line; `*.` and `!` as in the published list. */
export async function suffixList(): Promise<string> {
  const list: unknown = await import(new URL('../node_modules/psl/data/rules.js', import.meta.url).href)
  const { default: rules } = z.object({ default: z.array(z.string().min(1)) }).parse(list)
  const ascii = rules.map((rule) => rule.replace(/[^!*.][^]*/, (name) => domainToASCII(name)))
  return `${ascii.join('\n')}\n`
}
