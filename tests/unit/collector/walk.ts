/** Every place in a JSON value, and a copy of the value with something else there. */
type Path = (string | number)[]

export function* places(value: unknown, path: Path = []): Generator<{ path: Path; value: unknown }> {
  yield { path, value }
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) yield* places(inner, [...path, Array.isArray(value) ? Number(key) : key])
}

export function withValue(root: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(root)) return root.map((inner, index) => (index === key ? withValue(inner, rest, value) : inner))
  return Object.fromEntries(
    Object.entries(Object(root)).map(([name, inner]) => [name, name === key ? withValue(inner, rest, value) : inner]),
  )
}
