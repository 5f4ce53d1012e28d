// Compiles an ink story with inkjs once, and says how long it took and how much
// memory the process needed at most.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

// The packages lie in a scratch folder, named by the last argument.
const require = createRequire(process.argv.at(-1) + '/package.json')
const { Compiler } = require('inkjs/full')

const text = readFileSync(process.argv[2], 'utf8')
const before = performance.now()
const story = new Compiler(text).Compile()
const seconds = (performance.now() - before) / 1000
const mebibytes = process.resourceUsage().maxRSS / 1024
console.log(JSON.stringify({ seconds, mebibytes, compiled: story !== null }))
