import { i18n } from '#i18n'

// prettier-ignore
const NEVER = ['typed', 'secret', 'text', 'address', 'files', 'clipboard', 'pictures', 'elsewhere', 'rhythm'] as const

/** What never leaves the page, whatever the settings say. */
export function NeverList() {
  return (
    <ul>
      {NEVER.map((name) => (
        <li key={name}>{i18n.t(`masked.${name}`)}</li>
      ))}
    </ul>
  )
}
