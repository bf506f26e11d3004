// Adds up what every package's tests left behind, and ends with `N passed, N failed`.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [testsExit, checksPassed, checksFailed] = process.argv.slice(2).map(Number)
let passed = checksPassed
let failed = checksFailed

const folders = ['packages', 'packages/clients', 'conformance', '.']
  .filter((parent) => existsSync(parent))
  .flatMap((parent) => readdirSync(parent, { withFileTypes: true }).map((entry) => ({ parent, entry })))
  .filter(({ entry }) => entry.isDirectory() && entry.name !== 'node_modules')
  .map(({ parent, entry }) => join(parent, entry.name))
  .filter((folder) => existsSync(join(folder, 'package.json')))

for (const folder of new Set(folders)) {
  const { scripts = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (scripts.test !== undefined) count(folder, 'results.json')
  if (scripts.pacts !== undefined) count(folder, 'pacts.json')
}

function count(folder, file) {
  const results = join(folder, '.test', file)
  if (!existsSync(results)) {
    console.log(`FAILED: ${folder} left no test results in ${file}`)
    failed += 1
    return
  }
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(results, 'utf8'))
  passed += numPassedTests
  // A file that could not be loaded has no test that failed, and is a failure all the same.
  failed +=
    numFailedTests + testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0).length
}

if (testsExit !== 0 && failed === 0) failed = 1
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
