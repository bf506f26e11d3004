import type { AssayConfig } from './assay-config.ts'

/** Gives a config back as it is: an editor then knows what may stand in `assay.config.ts`. */
export function defineConfig(config: AssayConfig): AssayConfig {
  return config
}
