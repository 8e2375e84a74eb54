import { i18n } from '#i18n'
import { messageName } from '../../../lib/ui/message-name.ts'
import { filled } from '../traces/filled.ts'
import { Name } from '../traces/Hidden.tsx'
import { Typed } from '../traces/Sentence.tsx'
import type { Tried } from './Try.tsx'
import { labelOf, typingOf } from './verdict.ts'

type Properties = { tried: Tried; text: string; isWord: (word: string) => boolean }

/** The part of a record that a text would leave behind: in words, by which rule, and as data. */
export function Kept({ tried, text, isWord }: Properties) {
  if (tried.as === 'field') {
    const typing = typingOf(tried.field, text)
    const kind = i18n.t(`field_kind.${messageName(typing.field)}`)
    return (
      <>
        <p>{filled((mark) => i18n.t('did.type', { kind, text: mark }), <Typed field={typing.field} length={typing.length} />)}</p>
        <p class="intro">{typing.length === null ? i18n.t('try.secret') : i18n.t('try.typed')}</p>
        <pre tabIndex={0} aria-label={i18n.t('try.kept')}>
          {JSON.stringify(typing)}
        </pre>
      </>
    )
  }
  const { name, rule } = labelOf(tried.label, text, isWord)
  const whole = tried.label === 'public' ? i18n.t('try.whole_public') : i18n.t('try.whole')
  return (
    <>
      <p>
        {filled(
          (mark) => i18n.t('did.click_once', { thing: mark }),
          [i18n.t('thing.button'), ' ', name !== null && <Name name={name} rule={rule} />],
        )}
      </p>
      <p class="intro">{rule === null ? whole : i18n.t('try.rule', { rule: i18n.t(`rule.${messageName(rule)}`) })}</p>
      <pre tabIndex={0} aria-label={i18n.t('try.kept')}>
        {JSON.stringify({ name, masking: rule === null ? [] : [{ field: 'target.name', rule }] })}
      </pre>
    </>
  )
}
