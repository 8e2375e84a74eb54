import type { ChromiumBrowser } from '../kit.ts'
import { REGISTRY_KEYS } from '../registry.ts'
import { ID_PLACEHOLDER } from '../sample.ts'

const FILES: Record<ChromiumBrowser, string> = { chrome: 'Chrome', edge: 'Edge', chromium: 'Chromium' }

export function windowsPage(): string {
  const rows = Object.entries(REGISTRY_KEYS).map(
    ([browser, key]) => `| ${FILES[isBrowser(browser) ? browser : 'chrome']} | \`HKLM\\${key}\` | \`windows/${browser}.reg\` |`,
  )
  return `# Windows: Chrome, Edge, Chromium

| Browser | Key | File |
| --- | --- | --- |
${rows.join('\n')}

The machine must be joined to a domain (or Entra ID) or enrolled; otherwise the browser ignores extensions from outside its store. For Intune see
[intune.md](intune.md).

## Install by registry

    reg import chrome.reg

from an elevated prompt, by a start-up script, or by your software distribution. The file deletes the lists of an earlier one, and sets all of it anew.
Objects are keys, lists are keys with numbered values, numbers and truths are DWORDs. The browser reads the numbers of a list as words (10 before 2);
the leading zeros keep their order, so keep them when you edit. A text with other letters than English ones needs the file in UTF-16: \`npm run kit\`
writes it so, and Notepad keeps it.

Where your company already sets \`ExtensionSettings\` as one text of JSON (as Chrome's own template does), the browser takes either that text or keys of the
same name, not both. Then add our entry (\`intune/chrome-extension-settings.json\`, without its outer braces) to your text, and leave the key
\`ExtensionSettings\` out of the \`.reg\` file.

## Install by Group Policy

1. Copy \`windows/waymark.admx\` to \`PolicyDefinitions\` of your central store, and \`windows/en-US/waymark.adml\` to \`PolicyDefinitions\\en-US\`. The files of
   \`npm run kit\` carry your id; those in this folder carry \`${ID_PLACEHOLDER}\`.
2. Computer Configuration, Administrative Templates, Waymark, your browser: enable \`collector\`, \`recording\` and \`notice\`, and fill them in. \`recording\` is one line
   of JSON: \`windows/recording.txt\`.
3. Install the extension by the browser's own template: Google Chrome (Microsoft Edge), Extensions, “Extension management settings”
   (“Configure extension management settings”), with the text of \`intune/chrome-extension-settings.json\` (\`edge-…\`).

## Verify

    gpupdate /force
    reg query HKLM\\${REGISTRY_KEYS.chrome}\\3rdparty\\extensions\\ID\\policy /s

shows \`collector\`, \`recording\` and the others, with \`flushMinutes\` as \`REG_DWORD\`. Then [as everywhere](README.md#6-see-that-it-took), in Edge at
\`edge://policy\`.

## Update and roll back

[As everywhere](README.md#7-update). For new settings import the new file, or change the Group Policy. Browsers notice a change of Group Policy by themselves,
one of the registry alone within some minutes or by “Reload policies”.

## Remove

    reg import chrome.remove.reg

deletes both keys, and the browser uninstalls the extension. By Group Policy: set our policies to “Not configured”, and take the entry out of
“Extension management settings”, or set its \`installation_mode\` to \`removed\`.
`
}

function isBrowser(name: string): name is ChromiumBrowser {
  return Object.hasOwn(FILES, name)
}
