import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSuffixes } from '../../../lib/policy/public-suffixes.ts'

const source = readFileSync(join(import.meta.dirname, '../../../node_modules/psl/data/rules.js'), 'utf8')

/** The Public Suffix List as the extension packs it: one rule a line. */
export const suffixText = [...source.matchAll(/^\s*"([^"]+)"/gm)].map((match) => match[1]).join('\n')
export const isPublicSuffix = parseSuffixes(suffixText)

/** A policy with nothing wrong and nothing superfluous; tests put one fault into it. */
export const GOOD = {
  collector: { url: 'https://collector.example.com', token: 'ingest-token-0123456789' },
  recording: { sites: [{ match: 'https://wiki.example.com/*' }] },
}
export const withSite = (site: unknown, rest: object = {}) => ({ ...GOOD, recording: { sites: [site], ...rest } })
export const withMatch = (match: unknown) => withSite({ match })
export const withExcept = (...except: unknown[]) => withSite({ match: 'https://wiki.example.com/*' }, { except })
