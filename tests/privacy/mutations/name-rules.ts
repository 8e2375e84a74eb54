/** Rules of `lib/capture/name.ts`: what of a page is read as the name of something. */
import type { Mutation } from './mutation.ts'

const file = 'lib/capture/name.ts'

export const NAME_RULES: Mutation[] = [
  {
    rule: 'editable text inside of a name is not read',
    file,
    from: '!(element instanceof HTMLElement && isContentEditable(element))',
    to: 'true',
    guards: ['textarea and contenteditable'],
    preset: 'public',
  },
  {
    rule: 'text that is not to be seen is not read',
    file,
    from: 'return isVisible(element) &&',
    to: 'return',
    guards: ['full snapshot', 'P1'],
    preset: 'public',
  },
  {
    rule: 'text hidden from readers is not read',
    file,
    from: "|| attribute(element, 'aria-hidden') === 'true'",
    to: '',
    guards: ['P1'],
    preset: 'public',
  },
  {
    rule: 'values, code and what stands for pictures are no wording',
    file,
    from: 'if (SKIPPED.has(localName(element)) ||',
    to: 'if (',
    guards: ['P1', 'svg'],
    preset: 'public',
  },
  {
    rule: 'a field is not named by its value',
    file,
    from: "(attribute(element, 'title') || attribute(element, 'placeholder')).trim()",
    to: "(element.value || attribute(element, 'placeholder')).trim()",
    guards: ['input events', 'value property and attribute', 'P2', 'P5'],
    preset: 'public',
  },
  {
    rule: 'an element that refers to a field or to code does not take its content',
    file,
    from: 'SKIPPED.has(localName(other)) || isElsewhere(other, element)',
    to: 'isElsewhere(other, element)',
    guards: ['P5', 'P6'],
    preset: 'public',
  },
  {
    rule: 'an element that refers to a row or an editor elsewhere does not take its content',
    file,
    from: 'return container !== null && !contains(container, element)',
    to: 'return false',
    guards: ['P19'],
    preset: 'interface',
  },
]
