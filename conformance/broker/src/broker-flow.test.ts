import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadContract } from '@assay/contract'
import { createMock } from '@assay/mock'
import { callbackSuite, type PactCliRun, runPactCli } from '@assay/pact'
import { receiveCallback } from '@assay/client'
import { run } from 'assay'
import { afterAll, beforeAll, expect, test } from 'vitest'

test.todo('placeholder')
