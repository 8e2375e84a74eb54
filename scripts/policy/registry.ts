import { collectorLast, installation, type ChromiumBrowser, type Kit } from './kit.ts'

/** What the registry can hold of a policy, in the order in which the browser shall read it. */
type RegistryValue = string | number | boolean | readonly RegistryValue[] | { readonly [name: string]: RegistryValue | undefined }

/** Where a browser on Windows looks for policy, below the machine's hive. Edge and Chromium read the same tree below it as Chrome. */
export const REGISTRY_KEYS: Record<ChromiumBrowser, string> = {
  chrome: 'Software\\Policies\\Google\\Chrome',
  edge: 'Software\\Policies\\Microsoft\\Edge',
  chromium: 'Software\\Policies\\Chromium',
}

const FIRST_LINE = 'Windows Registry Editor Version 5.00'
/** The registry editor takes other line ends for part of a value. */
const LINE_END = '\r\n'

/**
 * A `.reg` file that installs the extension and sets everything. Lists that were there before are deleted first, so that a site
 * that has left does not stay under a number of its own. The entry that installs is never away: a browser that read in that
 * moment would uninstall the extension, and with it what waits to be delivered.
 */
export function registryFile(kit: Kit, browser: ChromiumBrowser): string {
  const { installed, policy } = keysOf(browser, kit.id)
  const entry = installation(kit, browser)
  const lists = Object.entries(entry).flatMap(([name, value]) => (Array.isArray(value) ? [`[-${installed}\\${name}]`] : []))
  return file([`[-${policy}]`, ...lists, ...key(installed, entry), ...key(policy, collectorLast(kit.settings))])
}

/** A `.reg` file that deletes what `registryFile` sets, upon which the browser uninstalls the extension. */
export function registryRemoval({ id }: Kit, browser: ChromiumBrowser): string {
  const { installed, extension } = keysOf(browser, id)
  return file([`[-${installed}]`, `[-${extension}]`])
}

function keysOf(browser: ChromiumBrowser, id: string) {
  const root = `HKEY_LOCAL_MACHINE\\${REGISTRY_KEYS[browser]}`
  const extension = `${root}\\3rdparty\\extensions\\${id}`
  return { installed: `${root}\\ExtensionSettings\\${id}`, extension, policy: `${extension}\\policy` }
}

function file(lines: string[]): string {
  return [FIRST_LINE, '', ...lines, ''].join(LINE_END)
}

/** A key with its values, then its subkeys: objects by name, lists by number. */
function key(path: string, value: RegistryValue): string[] {
  const entries = isList(value) ? numbered(value) : typeof value === 'object' ? Object.entries(value) : []
  const values = entries.flatMap(([name, item]) => (item === undefined || typeof item === 'object' ? [] : [`"${name}"=${scalar(item)}`]))
  const subkeys = entries.flatMap(([name, item]) => (typeof item === 'object' ? key(`${path}\\${name}`, item) : []))
  return [`[${path}]`, ...values, '', ...subkeys]
}

/** Chromium reads the numbers of a list as words, 10 before 2; with leading zeros they keep their order. */
function numbered(list: readonly RegistryValue[]): [string, RegistryValue][] {
  const digits = String(list.length).length
  return list.map((item, i) => [String(i + 1).padStart(digits, '0'), item])
}

/** @throws {RangeError} for what the file could not hold unchanged: control characters, and numbers of more than 31 bits */
function scalar(value: string | number | boolean): string {
  if (typeof value === 'string') {
    if (/\p{Cc}/u.test(value)) throw new RangeError(`control characters in: ${value}`)
    return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
  }
  const number = Number(value)
  if (!Number.isInteger(number)) return scalar(String(number))
  // Chromium reads a number as signed.
  if (number < 0 || number > 0x7f_ff_ff_ff) throw new RangeError(`no number for the registry: ${number}`)
  return `dword:${number.toString(16).padStart(8, '0')}`
}

function isList(value: RegistryValue): value is readonly RegistryValue[] {
  return Array.isArray(value)
}
