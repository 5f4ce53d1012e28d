// Plays an ink story with inkjs: compiled once, then line by line.
import { createRequire } from 'node:module'
import { serve } from './protocol.mjs'

// The packages lie in a scratch folder, named by the last argument.
const require = createRequire(process.argv.at(-1) + '/package.json')
const { Compiler } = require('inkjs/full')
const { Story } = require('inkjs')

class Player {
  constructor (text) { this.story = new Story(new Compiler(text).Compile().ToJson()) }

  begin (show) {
    this.story.ResetState()
    return this.read(show)
  }

  pick (index, show) {
    this.story.ChooseChoiceIndex(index)
    return this.read(show)
  }

  read (show) {
    while (this.story.canContinue) {
      const text = this.story.Continue().trimEnd()
      // Now and then a condition that does not hold leaves an empty line.
      if (text) show.line(text)
    }
    return this.story.currentChoices.map((choice) => choice.text)
  }
}

await serve((text) => new Player(text))
