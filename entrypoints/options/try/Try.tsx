import { i18n } from '#i18n'
import { useEffect, useState } from 'preact/hooks'
import { isWordOf } from '../../../lib/control/lexicon.ts'
import { LANGUAGES, type Language } from '../../../lib/trace/vocabulary.ts'
import { Kept } from './Kept.tsx'
import { TRIED_FIELDS, TRIED_LABELS, type TriedField, type TriedLabel } from './verdict.ts'
import { pageLocale } from '../../../lib/ui/locale.ts'

/** What the text is taken for. */
export type Tried = { as: 'field'; field: TriedField } | { as: 'label'; label: TriedLabel }

const CHOICES: [value: string, tried: Tried][] = [
  ...TRIED_FIELDS.map((field): [string, Tried] => [`field ${field}`, { as: 'field', field }]),
  ...TRIED_LABELS.map((label): [string, Tried] => [`label ${label}`, { as: 'label', label }]),
]
const NO_WORDS = () => false

/** A person writes something and sees what would be kept of it. The text is in the memory of this page, and nowhere else. */
export function Try() {
  const [choice, setChoice] = useState('label button')
  const [language, setLanguage] = useState<Language>('en')
  const [text, setText] = useState('')
  const [isWord, setWords] = useState<(word: string) => boolean>(() => NO_WORDS)
  const tried = CHOICES.find(([value]) => value === choice)?.[1] ?? { as: 'label', label: 'button' }

  useEffect(() => {
    let isCurrent = true
    void isWordOf(language).then((known) => {
      if (isCurrent) setWords(() => known)
    })
    return () => {
      isCurrent = false
    }
  }, [language])

  const typing = {
    value: text,
    // A spelling service of the browser may look words up elsewhere, and a password manager may keep them.
    autocomplete: 'off',
    spellcheck: false,
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) => setText(currentTarget.value),
  } as const
  const isSecret = tried.as === 'field' && tried.field === 'password'
  return (
    <div class="try">
      <h3>{i18n.t('try.title')}</h3>
      <p class="intro">{i18n.t('try.intro')}</p>
      <div class="inputs">
        <label>
          {i18n.t('try.what')}
          <select value={choice} onChange={({ currentTarget }) => setChoice(currentTarget.value)}>
            <optgroup label={i18n.t('try.label')}>
              {TRIED_LABELS.map((label) => (
                <option key={label} value={`label ${label}`}>
                  {i18n.t(`try.${label}`)}
                </option>
              ))}
            </optgroup>
            <optgroup label={i18n.t('try.field')}>
              {TRIED_FIELDS.map((field) => (
                <option key={field} value={`field ${field}`}>
                  {i18n.t('try.field_kind', { kind: i18n.t(`field_kind.${field}`) })}
                </option>
              ))}
            </optgroup>
          </select>
        </label>
        {tried.as === 'label' && (
          <label>
            {i18n.t('try.language')}
            <select
              value={language}
              onChange={({ currentTarget }) => setLanguage(LANGUAGES.find((each) => each === currentTarget.value) ?? 'en')}
            >
              {LANGUAGES.map((each) => (
                <option key={each} value={each}>
                  {new Intl.DisplayNames(pageLocale(), { type: 'language' }).of(each)}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          {i18n.t('try.text')}
          {isSecret ? <input type="password" {...typing} /> : <input type="text" {...typing} />}
        </label>
      </div>
      <div class="kept" role="status">
        {text === '' ? <p class="intro">{i18n.t('try.nothing')}</p> : <Kept tried={tried} text={text} isWord={isWord} />}
      </div>
    </div>
  )
}
