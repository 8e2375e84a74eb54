import { expect, test } from 'vitest'
import { wordsOf } from '../../../lib/mask/words.ts'

test('words are lower case, and whatever is no letter divides them', () => {
  expect(wordsOf('Save as… (PDF), 2 files/day')).toEqual(['save', 'as', 'pdf', 'files', 'day'])
})

test('a text without letters has no words', () => {
  expect(wordsOf('')).toEqual([])
  expect(wordsOf(' 12 → 7 % ✓ ')).toEqual([])
})

test('an apostrophe joins an ending, however it is typed', () => {
  for (const apostrophe of ["'", '’']) {
    expect(wordsOf(`Don${apostrophe}t lose the file${apostrophe}s name`)).toEqual(["don't", 'lose', 'the', "file's", 'name'])
  }
})

test('an apostrophe divides an article from its word', () => {
  expect(wordsOf('Supprimer l’image de l’utilisateur')).toEqual(['supprimer', 'l', 'image', 'de', 'l', 'utilisateur'])
  expect(wordsOf("Impostazioni dell'utente")).toEqual(['impostazioni', 'dell', 'utente'])
})

test('a hyphen joins a single letter and divides longer parts', () => {
  expect(wordsOf('E-Mail-Adresse, x-axis, read-only, A-Z')).toEqual(['e-mail', 'adresse', 'x-axis', 'read', 'only', 'a-z'])
})

test('quotes, dashes and doubled signs join nothing', () => {
  expect(wordsOf("'Save' - now -- rock 'n' roll it's' e--mail e- mail")).toEqual([
    'save',
    'now',
    'rock',
    'n',
    'roll',
    "it's",
    'e',
    'mail',
    'e',
    'mail',
  ])
})

test('composed and decomposed letters are the same word', () => {
  expect(wordsOf('Löschen'.normalize('NFD'))).toEqual(['löschen'.normalize('NFC')])
  expect(wordsOf('Âge'.normalize('NFD'))).toEqual(['âge'.normalize('NFC')])
})

test('letters of other scripts are words too, so a list without them refuses the text', () => {
  expect(wordsOf('Save Иван 李')).toEqual(['save', 'иван', '李'])
  // The first letter is Cyrillic, the second full width.
  expect(wordsOf('Ѕave Ｓave')).toEqual(['ѕave', 'ｓave'])
})

test('an invisible sign inside a word breaks it into pieces that no list has', () => {
  expect(wordsOf('pass\u200Bword sa\u00ADve')).toEqual(['pass', 'word', 'sa', 've'])
})

test('the words of a word are that word', () => {
  for (const word of ["don't", 'e-mail', 'löschen', "d'un", 'a', 'ß', 'i̇d']) expect(wordsOf(word)).toEqual([word])
})

test('a hostile megabyte costs time in proportion to its length', () => {
  const million = 1_000_000
  // Marks of alternating classes: to normalize them as one run would take a minute, beyond the limit of the test.
  expect(wordsOf(`a${'\u0301\u0316'.repeat(million / 4)}`)).toHaveLength(1)
  expect(wordsOf('a-'.repeat(million / 2))).toHaveLength(1)
  expect(wordsOf("x'".repeat(million / 2))).toHaveLength(1)
  expect(wordsOf('\u0301'.repeat(million))).toEqual([])
  expect(wordsOf('-'.repeat(million))).toEqual([])
  expect(wordsOf('ab '.repeat(million / 4))).toHaveLength(million / 4)
})
