import fc from 'fast-check'

/**
 * Properties are tried with the same inputs in every run, so that what fails, fails for whoever runs it next. To look for new
 * counterexamples: `SEED=$RANDOM npx vitest run tests/property`; what is found becomes a test of its own.
 */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) })
