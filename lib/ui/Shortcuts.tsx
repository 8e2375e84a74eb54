import { i18n } from '#i18n'
import { useEffect, useState } from 'preact/hooks'
import { extension } from '../extension.ts'
import { report } from '../log.ts'

/** By the names of the manifest. */
const COMMANDS = { _execute_action: 'open', 'toggle-pause': 'pause' } as const

/** The keys that do something, as the browser has them now: a person, or another extension, may have taken one. */
export function Shortcuts() {
  const [keys, setKeys] = useState<Record<string, string | undefined>>({})
  useEffect(() => {
    const read = async () => {
      const commands = await extension.commands.getAll()
      setKeys(Object.fromEntries(commands.map(({ name = '', shortcut }) => [name, shortcut])))
    }
    read().catch(report)
  }, [])
  return (
    <>
      <dl class="facts shortcuts">
        {Object.entries(COMMANDS).map(([name, words]) => (
          <div key={name}>
            <dt>{i18n.t(`shortcuts.${words}`)}</dt>
            <dd>{keys[name] ? <kbd>{keys[name]}</kbd> : i18n.t('shortcuts.none')}</dd>
          </div>
        ))}
      </dl>
      <p class="intro">{i18n.t('shortcuts.change')}</p>
    </>
  )
}
