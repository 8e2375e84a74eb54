/** Every benchmark, one after the other: they would measure each other. Ratios in one run; nothing is asserted. */
await import('./sizes.ts')
await import('./collector.ts')
await import('./page.ts')
