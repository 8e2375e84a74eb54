/** A key of the registry. Names differ in more than case, as in the registry itself. */
export type Key = { values: Map<string, string | number>; keys: Map<string, Key> }

export const emptyKey = (): Key => ({ values: new Map(), keys: new Map() })

/** The key at a path, made where it is missing, as the registry editor does. */
export function keyAt(root: Key, path: string): Key {
  return path.split('\\').reduce((key, name) => {
    const lower = name.toLowerCase()
    const known = [...key.keys].find(([other]) => other.toLowerCase() === lower)?.[1]
    if (known) return known
    const made = emptyKey()
    key.keys.set(name, made)
    return made
  }, root)
}

function removeKey(root: Key, path: string): void {
  const names = path.split('\\')
  const last = names.pop() ?? ''
  keyAt(root, names.join('\\')).keys.delete(last)
}

/** Imports a `.reg` file into a registry, as the editor does. */
export function importRegistryFile(root: Key, text: string): void {
  for (const _ of importing(root, text));
}

/**
 * The same line by line, keys and values in the order they stand; whoever looks in between sees the registry half-way.
 * @throws {SyntaxError} for whatever the editor's format (version 5.00) does not have
 */
export function* importing(root: Key, text: string): Generator<void> {
  const lines = text.split('\r\n')
  if (lines.some((line) => line.includes('\n'))) throw new SyntaxError('a line ends without CR')
  if (lines[0] !== 'Windows Registry Editor Version 5.00' || lines[1] !== '') throw new SyntaxError('no header')
  let current: Key | null = null
  for (const line of lines.slice(2)) {
    if (line === '') continue
    const section = /^\[(-?)HKEY_LOCAL_MACHINE\\([^\]]+)\]$/.exec(line)
    if (section) {
      const [, minus, path = ''] = section
      if (minus) removeKey(root, path)
      current = minus ? null : keyAt(root, path)
      yield
      continue
    }
    const value = /^"((?:[^"\\]|\\["\\])*)"=(?:dword:([0-9a-f]{8})|"((?:[^"\\]|\\["\\])*)")$/.exec(line)
    if (!value || !current) throw new SyntaxError(`no value: ${line}`)
    const [, name = '', dword, string = ''] = value
    const plain = (quoted: string) => quoted.replace(/\\(["\\])/g, '$1')
    current.values.set(plain(name), dword === undefined ? plain(string) : Number.parseInt(dword, 16))
    yield
  }
}
