/** Where match patterns reach, one beside another. Pure; patterns were judged before. */
import { fitsPath, split } from './allowlist.ts'

/** Does the first pattern surely fit every address that the second fits? */
export function covers(wide: string, narrow: string): boolean {
  const [scheme, host, port, path] = split(wide)
  const [otherScheme, otherHost, otherPort, otherPath] = split(narrow)
  return (
    scheme === otherScheme &&
    coversHost(host, otherHost) &&
    (port === '' || port === otherPort) &&
    (path === '/*' || coversPath(path, otherPath))
  )
}

/** May there be an address that fits both? True where that cannot be told. */
export function overlaps(one: string, other: string): boolean {
  const [scheme, host, port, path] = split(one)
  const [otherScheme, otherHost, otherPort, otherPath] = split(other)
  if (scheme !== otherScheme || !(coversHost(host, otherHost) || coversHost(otherHost, host))) return false
  // Without a port it is every port.
  if (port !== '' && otherPort !== '' && port !== otherPort) return false
  return pathsOverlap(path, otherPath)
}

function coversHost(wide: string, narrow: string): boolean {
  if (wide === narrow) return true
  return wide.startsWith('*.') && (narrow === wide.slice(2) || narrow.endsWith(wide.slice(1)))
}

/** A star of the narrow one, read as a letter, can only fall to a star of the wide one; and so does whatever stands in its place. */
function coversPath(wide: string, narrow: string): boolean {
  return fitsPath(wide, narrow) && (!narrow.endsWith('/*') || fitsPath(wide, narrow.slice(0, -2)))
}

function pathsOverlap(one: string, other: string): boolean {
  if (!one.includes('*')) return fitsPath(other, one)
  if (!other.includes('*')) return fitsPath(one, other)
  const [start, otherStart] = [one.slice(0, one.indexOf('*')), other.slice(0, other.indexOf('*'))]
  const [end, otherEnd] = [one.slice(one.lastIndexOf('*') + 1), other.slice(other.lastIndexOf('*') + 1)]
  return (start.startsWith(otherStart) || otherStart.startsWith(start)) && (end.endsWith(otherEnd) || otherEnd.endsWith(end))
}
