/** No policy, no page and no words make the masker keep what was typed, or anything of another shape than wording. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openEchoes } from '../../lib/mask/echo.ts'
import { isPlaceholder, maskName } from '../../lib/mask/name.ts'
import { isWording, judgeText, phraseOf, type Wording } from '../../lib/mask/text.ts'
import { wordList } from '../../lib/mask/word-list.ts'
import { Name } from '../../lib/trace/target.ts'
import { CONTROLS, TEXT_RULES } from '../../lib/trace/vocabulary.ts'

const anyText = fc.oneof(fc.string(), fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 50 }))
/** Longer than the words every text has; of letters, as a name is. */
const anyTyped = fc.array(fc.stringMatching(/^[a-zà-ü]{3,12}$/), { minLength: 1, maxLength: 4 })
const rule = fc.constantFrom(...TEXT_RULES)
const flags = fc.record({ userContent: fc.boolean(), editable: fc.boolean() })

test('a typed word is in no text that is kept, though every lexicon, phrase and rule allowed it', () => {
  fc.assert(
    fc.property(anyTyped, rule, flags, anyText, anyText, fc.boolean(), (words, textRule, place, before, after, upper) => {
      const echoes = openEchoes()
      const typed = words.join(' ')
      for (let end = 1; end <= typed.length; end++) echoes.note(words, typed.slice(0, end))
      const wording: Wording = { rule: textRule, isWord: () => true, phrases: [phraseOf(typed)], isEcho: (text) => echoes.isEcho(text) }
      for (const word of words) {
        const text = `${before} ${upper ? word.toUpperCase() : word} ${after}`
        const { kept } = judgeText({ text, ...place }, wording)
        expect([kept, kept?.toLowerCase().includes(word) ?? false]).toEqual([kept, false])
      }
    }),
    { numRuns: 1000 },
  )
})

test('what is kept has the shape of wording, and the schema takes it', () => {
  fc.assert(
    fc.property(anyText, rule, flags, (text, textRule, place) => {
      const wording: Wording = { rule: textRule, isWord: () => true, phrases: [], isEcho: () => false }
      const { kept, rule: masked } = judgeText({ text, ...place }, wording)
      expect(kept === null).toBe(masked !== null)
      if (kept !== null)
        expect([isWording(kept), Name.safeParse(kept).success, /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u.test(kept)]).toEqual([true, true, false])
    }),
    { numRuns: 2000 },
  )
})

test('in interface mode every word that is kept is in the lexicon', () => {
  const isWord = wordList('save\ncancel\nnew\nmessage')
  const word = fc.oneof(fc.constantFrom('Save', 'cancel', 'NEW', 'message'), fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ž]{1,10}$/))
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), fc.constantFrom(' ', '-', ' & ', ', ', '…'), (words, glue) => {
      const wording: Wording = { rule: 'interface', isWord, phrases: [], isEcho: () => false }
      const { kept } = judgeText({ text: words.join(glue), userContent: false, editable: false }, wording)
      expect(kept === null ? [] : words.filter((each) => !isWord(each.toLowerCase()))).toEqual([])
    }),
    { numRuns: 2000 },
  )
})

test('what stands for a name is never anything else', () => {
  fc.assert(
    fc.property(fc.constantFrom(...CONTROLS), fc.option(fc.integer()), (control, length) => {
      const placeholder = maskName(control, length)
      expect(placeholder === null || (isPlaceholder(placeholder) && Name.safeParse(placeholder).success)).toBe(true)
    }),
  )
})
