import { i18n } from '#i18n'
import type { Problem } from '../../lib/messages.ts'
import { problemWords } from './problem-words.ts'
import { StateIcon } from '../../lib/ui/StateIcon.tsx'

/** Everything wrong with the settings: what and what to do in words; code, place and value for whoever corrects it. */
export function Problems({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null
  return (
    <>
      <h3>{i18n.t('policy.problems')}</h3>
      <p>{i18n.t('policy.refused')}</p>
      <ProblemList problems={problems} />
    </>
  )
}

/** What is wrong, one after the other. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  return (
    <ul class="problems">
      {problems.map(({ code, path, value }) => (
        <li key={`${path} ${code} ${value}`} class="trouble">
          <StateIcon shape="attention" size={20} />
          <div>
            <p>{problemWords(code)}</p>
            <p class="source">
              <code>{code}</code>
              {path !== '' && (
                <span>
                  {i18n.t('policy.where')} <code>{path}</code>
                </span>
              )}
              {value !== '' && (
                <span>
                  {i18n.t('policy.found')} <code>{value}</code>
                </span>
              )}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
