import { mkdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { temporaryFolder } from './__fixtures__/temporary-folder.ts'
import { readDocument } from './read-document.ts'

test('a file of 20 MB is refused before it is read', async () => {
  const folder = temporaryFolder({ 'big.yaml': `a: ${'x'.repeat(20_000_000)}` })
  const start = performance.now()
  await expect(readDocument(`${folder}/big.yaml`, 'big.yaml')).rejects.toThrow(
    'big.yaml:1:1: The file has 20000003 bytes, at most 5000000 are read.',
  )
  expect(performance.now() - start).toBeLessThan(200)
})

test('text that is not UTF-8 is refused with its place', async () => {
  const folder = temporaryFolder({ 'a.yaml': '' })
  const { writeFileSync } = await import('node:fs')
  writeFileSync(`${folder}/a.yaml`, Buffer.from([0x61, 0x3a, 0x0a, 0x62, 0xff]))
  await expect(readDocument(`${folder}/a.yaml`, 'a.yaml')).rejects.toThrow('a.yaml:2:2: The file is not UTF-8 text.')
})

test('what is no file is refused', async () => {
  const folder = temporaryFolder({})
  mkdirSync(`${folder}/b.yaml`)
  await expect(readDocument(`${folder}/a.yaml`, 'a.yaml')).rejects.toThrow('a.yaml:1:1: There is no such file.')
  await expect(readDocument(`${folder}/b.yaml`, 'b.yaml')).rejects.toThrow('b.yaml:1:1: This is not a file.')
})

test('a byte order mark is no part of the text', async () => {
  const folder = temporaryFolder({ 'a.json': '\uFEFF{"a": 1}' })
  expect((await readDocument(`${folder}/a.json`)).value).toEqual({ a: 1 })
})
