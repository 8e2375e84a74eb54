import { describe, expect, test } from 'vitest'
import { isInterfaceIdentifier } from '../../../lib/mask/identifier.ts'

describe('an identifier is kept', () => {
  test.each([
    'search',
    'save-button',
    'save_button',
    'saveButton',
    'SaveButton',
    'SAVE',
    'URL',
    'URLInput',
    'imageURL',
    'main-nav_list',
    'new-message-list-item-button-icon',
  ])('of words of interfaces only: %s', (value) => {
    expect(isInterfaceIdentifier(value)).toBe(true)
  })
})

describe('an identifier is masked', () => {
  test.each([
    ['with a name in it', 'inbox-jane'],
    ['that is a name', 'rosebud'],
    ['with a name written onto a word', 'savejane'],
    ['of two words written as one', 'savebutton'],
    ['with letters between words', 'saveXButton'],
    ['with a digit', 'button2'],
    ['that is a number', '12345'],
    ['of a framework', ':r1:'],
    ['with a blank', 'save button'],
    ['with a quote', 'save"button'],
    ['with a dot', 'save.button'],
    ['of another alphabet', 'sаve'],
    ['with an accent', 'sävé'],
    ['that begins with a dash', '-save'],
    ['that ends with a dash', 'save-'],
    ['with two dashes', 'save--button'],
    ['with a line break', 'save\n'],
    ['of too many words', 'new-message-list-item-button-icon-image'],
    ['that is too long', 'notifications-notifications-notifications'],
    ['that is empty', ''],
    ['of JavaScript', 'constructor'],
    ['of a prototype', '__proto__'],
  ])('%s', (_, value) => {
    expect(isInterfaceIdentifier(value)).toBe(false)
  })
})
