import { z } from 'zod'
import { propertyStrings, scriptStrings } from './script-strings.ts'

/**
 * How a package writes its strings down. `keys` and `poids` are the untranslated side of a translation, which is its English; `md` is the
 * headings and points of a document; of `path` the name of the file is the string.
 */
export const FORMATS = ['json', 'js', 'keys', 'yml', 'properties', 'po', 'poids', 'ftl', 'multids', 'md', 'txt', 'path'] as const

export type Format = (typeof FORMATS)[number]

/** The strings of one file, in its order; only those under properties of a name, if one is given. */
export function stringsOf(format: Format, text: string, property?: string): string[] {
  switch (format) {
    case 'json':
      return leaves(z.json().parse(JSON.parse(text.replace(/^\uFEFF/, ''))), property)
    case 'js':
      return property === undefined ? scriptStrings(text).values : propertyStrings(text, property)
    case 'keys':
      return scriptStrings(text).keys
    case 'yml':
      return lines(text, /^\s*(?:- )?[\w.-]+:\s+(['"]?)(?![|>&*{[])(.+?)\1\s*$/, 2)
    case 'properties':
      return lines(text, /^[^#!=]+=(.*)$/, 1).map(unescape)
    case 'po':
      return lines(text.replaceAll(/"\n"/g, ''), /^msgstr(?:\[\d\])? "(.*)"$/, 1).map(unescape)
    case 'poids':
      return lines(text.replaceAll(/"\n"/g, ''), /^(?:msgid|#\. Default:) "(.*)"$/, 1).map(unescape)
    case 'ftl':
      return lines(text, /^\s*\.?[\w-]+ =\s*(.*)$/, 1)
    case 'multids':
      return lines(text, /^[^:\s][^:]*:\s(.*)$/, 1)
    case 'md':
      return lines(text, /^\s*(?:#{1,6}|[-*]) (?:\*\*[\w ./-]+:\*\* )?(.*?)(?: \(?\[.*|\()?$/, 1)
    case 'path':
      return [text.replace(/^.*\//, '').replace(/\.\w+$/, '')]
    case 'txt':
      return text.split('\n')
  }
}

type Json = z.infer<ReturnType<typeof z.json>>

function leaves(value: Json, property?: string): string[] {
  if (typeof value === 'string') return property === undefined ? [value] : []
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, key === property ? undefined : property))
}

/** What a pattern captures on each line. Comments are lines too, so a pattern must not match them. */
function lines(text: string, pattern: RegExp, group: number): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => pattern.exec(line)?.[group]?.trim() ?? '')
    .filter((line) => line !== '')
}

function unescape(text: string): string {
  return text
    .replaceAll(/\\u([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/\\[nrt"]/g, ' ')
}
