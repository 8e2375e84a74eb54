/** A property as data. Of what may be hostile, nothing inherited is read, and no accessor is run. */
export function own(object: unknown, key: string): unknown {
  if (typeof object !== 'object' || object === null) return undefined
  const found = Object.getOwnPropertyDescriptor(object, key)
  return found && 'value' in found ? found.value : undefined
}
