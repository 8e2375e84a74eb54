import { collectorLast, type ChromiumBrowser, type Kit } from './kit.ts'
import { REGISTRY_KEYS } from './registry.ts'

const MANAGED: ChromiumBrowser[] = ['chrome', 'edge']

/** Scripts for Intune's remediations, by file name: is it as it should be, make it so, take it away. For Chrome and Edge at once. */
export function intuneScripts({ id, settings }: Kit): Record<string, string> {
  const head = [...values(collectorLast(settings)), ...keys(id)]
  return {
    'detect.ps1': script('Ends with 1 where a setting is missing or differs, so that Intune runs remediate.ps1.', [
      ...head,
      'foreach ($key in $keys) {',
      '  $found = Get-Item -Path $key -ErrorAction SilentlyContinue',
      '  if (-not $found) { Write-Output "missing: $key"; exit 1 }',
      '  foreach ($name in $settings.Keys) {',
      '    if ($found.GetValue($name) -cne $settings[$name]) { Write-Output "differs: $key\\$name"; exit 1 }',
      '  }',
      '  foreach ($name in $found.GetValueNames()) {',
      '    if (-not $settings.Contains($name)) { Write-Output "superfluous: $key\\$name"; exit 1 }',
      '  }',
      '  if ($found.SubKeyCount -gt 0) { Write-Output "superfluous: keys below $key"; exit 1 }',
      '}',
      'Write-Output "as it should be"',
      'exit 0',
    ]),
    'remediate.ps1': script('Writes the settings anew; what was there before is deleted first.', [
      ...head,
      "$ErrorActionPreference = 'Stop'",
      'foreach ($key in $keys) {',
      '  if (Test-Path -Path $key) { Remove-Item -Path $key -Recurse }',
      '  New-Item -Path $key -Force | Out-Null',
      '  foreach ($name in $settings.Keys) {',
      '    New-ItemProperty -Path $key -Name $name -PropertyType String -Value $settings[$name] | Out-Null',
      '  }',
      '}',
    ]),
    'remove.ps1': script('Deletes the settings. Remove the extension from "Extension management settings" as well.', [
      ...keys(id),
      'foreach ($key in $keys) {',
      '  $extension = Split-Path -Path $key -Parent',
      '  if (Test-Path -Path $extension) { Remove-Item -Path $extension -Recurse }',
      '}',
    ]),
  }
}

function script(purpose: string, lines: string[]): string {
  return [`# ${purpose}`, ...lines, ''].join('\n')
}

/** Each top-level key as one text of JSON, which the browser reads as well as keys of the registry. */
function values(settings: object): string[] {
  const lines = Object.entries(settings).map(([key, value]: [string, unknown]) => `  '${key}' = '${ascii(value).replaceAll("'", "''")}'`)
  return ['$settings = [ordered]@{', ...lines, '}']
}

function keys(id: string): string[] {
  return [
    `$id = '${id}'`,
    `$keys = ${MANAGED.map((browser) => `'${REGISTRY_KEYS[browser]}'`).join(', ')} | ForEach-Object { "HKLM:\\$_\\3rdparty\\extensions\\$id\\policy" }`,
  ]
}

/** JSON in one line without letters that Windows PowerShell would read by the machine's code page. */
function ascii(value: unknown): string {
  return JSON.stringify(value).replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
