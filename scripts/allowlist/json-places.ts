/** Reads JSON and keeps where everything stands, which `JSON.parse` does not tell: whoever mends a list wants line and column. */
import { pathTo } from '../../lib/policy/problems.ts'

/** Offsets into the text, by path as problems name it. */
type Places = { keys: Map<string, number>; values: Map<string, number> }
type Located = { value: unknown; places: Places } | { at: number; reason: string }

class Fault extends Error {
  override readonly name = 'Fault'
  readonly at: number
  constructor(at: number, reason: string) {
    super(reason)
    this.at = at
  }
}

/** One that has an end on its line; whether what is in it is sound, JSON.parse says. */
const STRING = /"(?:[^"\\\n]|\\.)*"/y
const OTHER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
const SPACE = /[ \t\n\r]*/y
/** Deeper than any list, and shallow enough for this reader. */
const MAX_DEPTH = 50

/** The value with its places, or what breaks the rules of JSON first. */
export function readJson(text: string): Located {
  const places: Places = { keys: new Map(), values: new Map() }
  let at = 0

  const take = (expression: RegExp): string | null => {
    expression.lastIndex = at
    const found = expression.exec(text)?.[0]
    if (found === undefined) return null
    at += found.length
    return found
  }
  const next = (): string => {
    take(SPACE)
    return text[at] ?? ''
  }
  const string = (what: string): string => {
    const begin = at
    const found = take(STRING)
    if (found === null) throw new Fault(begin, text[begin] === '"' ? 'This text does not end on its line.' : what)
    try {
      return String(JSON.parse(found))
    } catch {
      throw new Fault(begin, 'In this text a backslash stands alone, or a character that must be written as \\u and four digits.')
    }
  }

  const value = (path: string, depth: number): unknown => {
    const first = next()
    places.values.set(path, at)
    if (depth > MAX_DEPTH) throw new Fault(at, 'Nested deeper than any setting is.')
    if (first === '{') return object(path, depth)
    if (first === '[') return list(path, depth)
    if (first === '"') return string('')
    const begin = at
    const found = take(OTHER)
    if (found === null) throw new Fault(begin, unexpected(text, begin))
    const parsed: unknown = JSON.parse(found)
    return parsed
  }

  /** After an entry: another one, or the end. */
  const goesOn = (end: string): boolean => {
    const found = next()
    if (found !== ',' && found !== end)
      throw new Fault(at, found === '' ? `The file ends where , or ${end} is expected.` : `A comma or ${end} is expected here.`)
    at += 1
    if (found === ',' && next() === end) throw new Fault(at, 'There is a comma too many in front of this.')
    return found === ','
  }

  const object = (path: string, depth: number): unknown => {
    const entries: [string, unknown][] = []
    at += 1
    if (next() === '}') at += 1
    else
      do {
        next()
        const begin = at
        const key = string('A key in double quotes is expected here.')
        const place = pathTo(path, key)
        if (entries.some(([known]) => known === key)) throw new Fault(begin, `The key ${JSON.stringify(key)} stands here twice.`)
        places.keys.set(place, begin)
        if (next() !== ':') throw new Fault(at, 'A colon is expected here.')
        at += 1
        entries.push([key, value(place, depth + 1)])
      } while (goesOn('}'))
    return Object.fromEntries(entries)
  }

  const list = (path: string, depth: number): unknown => {
    const items: unknown[] = []
    at += 1
    if (next() === ']') at += 1
    else
      do items.push(value(pathTo(path, items.length), depth + 1))
      while (goesOn(']'))
    return items
  }

  try {
    const read = value('', 0)
    if (next() !== '') throw new Fault(at, 'Something stands behind the end of the list.')
    return { value: read, places }
  } catch (error) {
    if (error instanceof Fault) return { at: error.at, reason: error.message }
    throw error
  }
}

function unexpected(text: string, at: number): string {
  if (at >= text.length) return 'The file ends where a value is expected.'
  if (text.startsWith('//', at) || text.startsWith('/*', at)) return 'JSON has no comments.'
  if (text[at] === "'") return 'Texts stand in double quotes.'
  if (text[at] === '\ufeff') return 'The file begins with a byte order mark. Save it as UTF-8 without one.'
  return 'A value is expected here: text in double quotes, a number, true, false, null, a list or an object.'
}

/** Where the setting with a path stands, or what it is missing from. `asKey`: its name, not its value. */
export function placeOf({ keys, values }: Places, path: string, asKey: boolean): number {
  const place = asKey ? keys.get(path) : values.get(path)
  if (place !== undefined || path === '') return place ?? 0
  return placeOf({ keys, values }, path.slice(0, Math.max(0, path.lastIndexOf('.'), path.lastIndexOf('['))), false)
}

/** Line and column, from 1, as editors count them. */
export function lineAndColumn(text: string, at: number): string {
  const before = text.slice(0, at).split('\n')
  return `${before.length}:${[...(before.at(-1) ?? '')].length + 1}`
}
