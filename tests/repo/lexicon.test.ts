import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { wordsOf } from '../../lib/mask/words.ts'
import { LANGUAGES, ONE_LETTER_WORDS, type Language } from '../../scripts/lexicon/languages.ts'
import { isSensitive } from '../../scripts/lexicon/sensitive.ts'
import { read } from './tracked.ts'

/** What no interface can do without. */
const EVERYDAY: Readonly<Record<Language, string>> = {
  en: 'save cancel delete close open edit search settings password email log in sign out next previous name price page help yes no may',
  de: 'speichern abbrechen löschen schließen öffnen bearbeiten suchen einstellungen passwort e-mail anmelden weiter zurück ja nein hilfe',
  fr: 'enregistrer annuler supprimer fermer ouvrir modifier rechercher paramètres mot de passe suivant précédent oui non aide nom',
  es: 'guardar cancelar eliminar cerrar abrir editar buscar configuración contraseña correo siguiente anterior sí no ayuda nombre',
  it: 'salva annulla elimina chiudi apri modifica cerca impostazioni password successivo precedente sì no aiuto nome',
  pt: 'salvar guardar cancelar excluir fechar abrir editar pesquisar configurações senha próximo anterior sim não ajuda nome',
  nl: 'opslaan annuleren verwijderen sluiten openen bewerken zoeken instellingen wachtwoord e-mail volgende vorige ja nee help naam',
  pl: 'zapisz anuluj usuń zamknij otwórz edytuj szukaj ustawienia hasło następny poprzedni tak nie pomoc nazwa',
  sv: 'spara avbryt radera stäng öppna redigera sök inställningar lösenord nästa föregående ja nej hjälp namn',
}

/** People, places, diagnoses and products that must never come in, whichever way the sources move. */
const NEVER =
  'anna müller schmidt giuseppe rossi kowalski johansson dupont garcía silva london paris berlin münchen warszawa stockholm amsterdam ' +
  'cancer diabetes pregnant krebs schwanger enceinte embarazada incinta grávida zwanger ciąża gravid catholic muslim gay google facebook'

const page = read('docs/lexicon.md')

describe.each(LANGUAGES)('the lexicon of %s', (language) => {
  const text = read(`public/lexicon/${language}.txt`)
  const words = text.split('\n').slice(0, -1)

  test('is one word a line, sorted by code point, each once', () => {
    expect(text).toMatch(/^[^\n]/)
    expect(text.endsWith('\n')).toBe(true)
    // Latin letters are below the surrogates, where the default order is that of code points.
    expect(words).toEqual([...new Set(words)].sort())
  })

  test('holds nothing but Latin letters with inner hyphens and apostrophes, no odd single letter, and is large', () => {
    expect(words.filter((word) => !/^\p{Script=Latin}+(?:['-]\p{Script=Latin}+)*$/u.test(word))).toEqual([])
    expect(words.filter((word) => word.length === 1 && !ONE_LETTER_WORDS[language].includes(word))).toEqual([])
    expect(words.length).toBeGreaterThan(3000)
  })

  test('is spelled as the page code will spell what it reads', () => {
    expect(words.filter((word) => wordsOf(word).join(' ') !== word)).toEqual([])
  })

  test('takes at most 12 KiB on its way', () => {
    expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(12 * 1024)
  })

  test('discloses nothing and names nobody', () => {
    expect(words.filter((word) => isSensitive(language, word) || NEVER.split(' ').includes(word))).toEqual([])
  })

  test('has the everyday words of interfaces', () => {
    expect(EVERYDAY[language].split(' ').filter((word) => !words.includes(word))).toEqual([])
  })

  test('is the one that the page about it describes', () => {
    const name = new Intl.DisplayNames('en', { type: 'language' }).of(language)
    expect(page).toContain(`| ${name} | ${words.length} |`)
  })
})
