/** The string literals of a script: those that name a property, and all others. */
export type ScriptStrings = { keys: string[]; values: string[] }

/**
 * One token that matters: a comment, a string, a template, a regular expression after a sign that cannot end a value. What a template
 * puts in `${}` is cut out later, with the other placeholders.
 */
const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|(["'])((?:\\[\s\S]|(?!\1)[^\\\n])*)\1|`((?:\\[\s\S]|[^\\`])*)`|([(,=:[!&|?{};]\s*)\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\//g

/** A bare property name that is itself a word, as in `Advanced: 'Fortgeschritten'`. */
const BARE_KEY = /[{,\n]\s*([A-Z][a-z]+)\s*:/g

/**
 * Reads a script without running it: packages are other people's programs. Module names are left out; whatever noise remains is the noise
 * of one package, and words are counted by packages.
 */
export function scriptStrings(text: string): ScriptStrings {
  const found: ScriptStrings = { keys: [...text.matchAll(BARE_KEY)].map((match) => match[1] ?? ''), values: [] }
  for (const match of text.matchAll(TOKEN)) {
    const literal = match[2] ?? match[3]
    if (literal === undefined) continue
    const before = text.slice(Math.max(0, match.index - 20), match.index)
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 4)
    if (/(?:\bfrom|\bimport|\brequire\()\s*$/.test(before)) continue
    const isKey = /^\s*:/.test(after) && /(?:[{,]|\*\/|\n)\s*$/.test(before)
    const list = isKey ? found.keys : found.values
    list.push(unescape(literal))
  }
  return found
}

/**
 * The strings under properties of a name: `first_name:{female:["Ada"]}`. Minified lists are written as one string and its separator,
 * `"Ada.Eve".split(".")`, and are divided again.
 */
export function propertyStrings(text: string, property: string): string[] {
  const found: string[] = []
  for (const { 0: head, index } of text.matchAll(new RegExp(String.raw`\b${property}"?\s*:\s*`, 'g'))) {
    const value = text.slice(index + head.length)
    const end = endOfValue(value)
    for (const { 2: quoted, 3: template, index: at, 0: whole } of value.slice(0, end).matchAll(TOKEN)) {
      const literal = quoted ?? template
      const separator = /^\.split\([`'"](.+?)[`'"]\)/.exec(value.slice(at + whole.length, at + whole.length + 20))?.[1]
      if (literal !== undefined && value[at - 1] !== '(') found.push(...(separator === undefined ? [literal] : literal.split(separator)))
    }
  }
  return found.map(unescape)
}

/** Where a value ends: at the bracket that closes it, or with its first string. */
function endOfValue(value: string): number {
  let depth = 0
  for (const match of value.matchAll(new RegExp(`${TOKEN.source}|[[\\]{}]`, 'g'))) {
    const [token] = match
    if (token === '[' || token === '{') depth += 1
    if (token === ']' || token === '}') depth -= 1
    if (depth <= 0 && /^["'`\]}]/.test(token)) return match.index + token.length
  }
  return value.length
}

function unescape(literal: string): string {
  return literal
    .replaceAll(/\\x([0-9a-fA-F]{2})|\\u([0-9a-fA-F]{4})/g, (_, two: string | undefined, four: string | undefined) =>
      String.fromCharCode(Number.parseInt(two ?? four ?? '', 16)),
    )
    .replaceAll(/\\[nrt]/g, ' ')
    .replaceAll(/\\(["'`\\/])/g, '$1')
}
