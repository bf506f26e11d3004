export { pactVersion } from './pact-version.ts'
