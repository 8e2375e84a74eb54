import { createHash } from 'node:crypto'
import { installation, type Kit } from './kit.ts'
import { escapeXml } from './xml.ts'

/** What a property list can hold of a policy. */
type PropertyValue = string | number | boolean | readonly PropertyValue[] | { readonly [name: string]: PropertyValue | undefined }

/** The domain in which a browser on macOS looks for its policy; an extension's own policy is in one below it, and not in `3rdparty`. */
const MAC_DOMAINS = { chrome: 'com.google.Chrome', edge: 'com.microsoft.Edge' } as const
type MacBrowser = keyof typeof MAC_DOMAINS

const NAMES: Record<MacBrowser, string> = { chrome: 'Google Chrome', edge: 'Microsoft Edge' }
const ORGANISATION = 'com.example.waymark'

/** A configuration profile that installs the extension and sets everything, each setting a plain value. */
export function mobileconfig(kit: Kit, browser: MacBrowser): string {
  const domain = MAC_DOMAINS[browser]
  const payload = (type: string, name: string, values: { [key: string]: PropertyValue | undefined }): PropertyValue => ({
    PayloadType: type,
    PayloadVersion: 1,
    PayloadIdentifier: `${ORGANISATION}.${browser}.${name}`,
    PayloadUUID: uuid(`${browser} ${name}`),
    PayloadEnabled: true,
    PayloadDisplayName: `Waymark for ${NAMES[browser]}: ${name}`,
    ...values,
  })
  return document({
    PayloadContent: [
      payload(domain, 'installation', { ExtensionSettings: { [kit.id]: installation(kit, browser) } }),
      payload(`${domain}.extensions.${kit.id}`, 'settings', kit.settings),
    ],
    PayloadType: 'Configuration',
    PayloadVersion: 1,
    PayloadIdentifier: `${ORGANISATION}.${browser}`,
    PayloadUUID: uuid(browser),
    PayloadDisplayName: `Waymark for ${NAMES[browser]}`,
    PayloadDescription: 'Installs Waymark and sets which sites it records.',
    PayloadScope: 'System',
    PayloadRemovalDisallowed: true,
  })
}

function document(value: PropertyValue): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    ...element(value),
    '</plist>',
    '',
  ].join('\n')
}

function element(value: PropertyValue): string[] {
  const indent = (lines: string[]) => lines.map((line) => `  ${line}`)
  if (typeof value === 'string') return [`<string>${escapeXml(value)}</string>`]
  if (typeof value === 'boolean') return [value ? '<true/>' : '<false/>']
  if (typeof value === 'number') return [Number.isInteger(value) ? `<integer>${value}</integer>` : `<real>${value}</real>`]
  if (isList(value)) return ['<array>', ...indent(value.flatMap(element)), '</array>']
  const entries = Object.entries(value).flatMap(([key, item]) =>
    item === undefined ? [] : [`<key>${escapeXml(key)}</key>`, ...element(item)],
  )
  return ['<dict>', ...indent(entries), '</dict>']
}

/** The same for the same name, so that a profile that is installed again replaces the one before. */
function uuid(name: string): string {
  const hex = createHash('sha256').update(`${ORGANISATION} ${name}`).digest('hex').toUpperCase()
  // 8: made by a rule of one's own (RFC 9562).
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}

function isList(value: PropertyValue): value is readonly PropertyValue[] {
  return Array.isArray(value)
}
