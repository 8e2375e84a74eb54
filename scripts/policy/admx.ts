import { z } from 'zod'
import { ManagedPolicy } from '../../lib/policy/schema.ts'
import type { ChromiumBrowser } from './kit.ts'
import { REGISTRY_KEYS } from './registry.ts'
import { escapeXml } from './xml.ts'

type Schema = z.core.JSONSchema.BaseSchema
/** One setting in the editor: what it writes, and what the administrator sees. */
type Field = { definition: string; presentation: string }
type Group = { browser: ChromiumBrowser; key: string; description: string; path: string; fields: Field[] }

const BROWSERS: Record<ChromiumBrowser, string> = { chrome: 'Google Chrome', edge: 'Microsoft Edge', chromium: 'Chromium' }
const NAMESPACE = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions'
/** A text box of the editor takes 1023 characters unless told otherwise; an allowlist has more. */
const LONGEST_TEXT = 1_000_000

/**
 * Group Policy templates: a policy for each top-level key and browser, a field for each setting. What nests deeper than the registry
 * editor's fields can (`recording`) is one text of JSON, which the browser reads as well as keys of the registry.
 * @returns the definitions (`.admx`) and their wording (`.adml`)
 */
export function admx(id: string): { admx: string; adml: string } {
  const groups = Object.keys(REGISTRY_KEYS)
    .filter(isBrowser)
    .flatMap((browser) => groupsOf(browser, id))
  return { admx: definitions(groups), adml: wording(groups) }
}

function groupsOf(browser: ChromiumBrowser, id: string): Group[] {
  const root = `${REGISTRY_KEYS[browser]}\\3rdparty\\extensions\\${id}\\policy`
  const { properties = {} } = z.toJSONSchema(ManagedPolicy, { io: 'input' })
  return Object.entries(properties).flatMap(([key, value]) => {
    if (typeof value === 'boolean') return []
    const { description = '', required = [] } = value
    const children = Object.entries(value.properties ?? {}).filter((entry): entry is [string, Schema] => typeof entry[1] !== 'boolean')
    const simple = children.every(([, child]) => child.type !== 'array' && child.type !== 'object')
    if (!simple)
      return [{ browser, key, description, path: root, fields: [text(`${browser}_${key}`, key, `${key}, as JSON in one line`, true)] }]
    const fields = children.map(([name, child]) => field(`${browser}_${key}_${name}`, name, child, required.includes(name)))
    return [{ browser, key, description, path: `${root}\\${key}`, fields }]
  })
}

function field(name: string, valueName: string, schema: Schema, required: boolean): Field {
  const label = `${valueName}: ${schema.description ?? ''}`
  const attributes = `id="${name}" valueName="${valueName}"`
  if (schema.type === 'number') {
    const range = `minValue="${schema.minimum}" maxValue="${schema.maximum}"`
    return {
      definition: `<decimal ${attributes} ${range}/>`,
      presentation: `<decimalTextBox refId="${name}" defaultValue="${String(schema.default)}">${escapeXml(label)}</decimalTextBox>`,
    }
  }
  if (schema.type === 'boolean') {
    const values = '<trueValue><decimal value="1"/></trueValue><falseValue><decimal value="0"/></falseValue>'
    return {
      definition: `<boolean ${attributes}>${values}</boolean>`,
      presentation: `<checkBox refId="${name}" defaultChecked="${String(schema.default)}">${escapeXml(label)}</checkBox>`,
    }
  }
  return text(name, valueName, label, required)
}

function text(name: string, valueName: string, label: string, required: boolean): Field {
  return {
    definition: `<text id="${name}" valueName="${valueName}" maxLength="${LONGEST_TEXT}"${required ? ' required="true"' : ''}/>`,
    presentation: `<textBox refId="${name}"><label>${escapeXml(label)}</label></textBox>`,
  }
}

function definitions(groups: Group[]): string {
  const policies = groups.flatMap(({ browser, key, path, fields }) => {
    const policy = `${browser}_${key}`
    const words = `displayName="$(string.${policy})" explainText="$(string.${policy}_explain)" presentation="$(presentation.${policy})"`
    return [
      `    <policy name="${policy}" class="Machine" ${words} key="${escapeXml(path)}">`,
      `      <parentCategory ref="${browser}"/>`,
      '      <supportedOn ref="windows10"/>',
      '      <elements>',
      ...fields.map(({ definition }) => `        ${definition}`),
      '      </elements>',
      '    </policy>',
    ]
  })
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<policyDefinitions revision="1.0" schemaVersion="1.0" xmlns="${NAMESPACE}">`,
    '  <policyNamespaces><target prefix="waymark" namespace="Waymark.Policies"/></policyNamespaces>',
    '  <resources minRequiredRevision="1.0"/>',
    '  <supportedOn><definitions><definition name="windows10" displayName="$(string.windows10)"/></definitions></supportedOn>',
    '  <categories>',
    '    <category name="waymark" displayName="$(string.waymark)"/>',
    ...Object.keys(BROWSERS).map(
      (browser) => `    <category name="${browser}" displayName="$(string.${browser})"><parentCategory ref="waymark"/></category>`,
    ),
    '  </categories>',
    '  <policies>',
    ...policies,
    '  </policies>',
    '</policyDefinitions>',
    '',
  ].join('\n')
}

function wording(groups: Group[]): string {
  const string = (name: string, words: string) => `      <string id="${name}">${escapeXml(words)}</string>`
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<policyDefinitionResources revision="1.0" schemaVersion="1.0" xmlns="${NAMESPACE}">`,
    '  <displayName>Waymark</displayName>',
    '  <description>Settings of Waymark</description>',
    '  <resources>',
    '    <stringTable>',
    string('waymark', 'Waymark'),
    string('windows10', 'Windows 10 and later'),
    ...Object.entries(BROWSERS).map(([browser, words]) => string(browser, words)),
    ...groups.flatMap(({ browser, key, description }) => [
      string(`${browser}_${key}`, key),
      string(`${browser}_${key}_explain`, `${description} Every setting is explained in docs/policy.md.`),
    ]),
    '    </stringTable>',
    '    <presentationTable>',
    ...groups.flatMap(({ browser, key, fields }) => [
      `      <presentation id="${browser}_${key}">`,
      ...fields.map(({ presentation }) => `        ${presentation}`),
      '      </presentation>',
    ]),
    '    </presentationTable>',
    '  </resources>',
    '</policyDefinitionResources>',
    '',
  ].join('\n')
}

function isBrowser(name: string): name is ChromiumBrowser {
  return Object.hasOwn(BROWSERS, name)
}
