export { default } from '../../vitest.pacts.ts'
