// Plays a Yarn story with yarn-bound, result by result.
import { createRequire } from 'node:module'
import { serve } from './protocol.mjs'

// The packages lie in a scratch folder, named by the last argument.
const require = createRequire(process.argv.at(-1) + '/package.json')
const YarnBound = require('yarn-bound')

class Player {
  constructor (text) {
    this.runner = new YarnBound({ dialogue: text, startAt: 'Start' })
    this.open = []
  }

  begin (show) {
    // The history would grow without end, and slow the player down.
    this.runner.history = []
    this.runner.jump('Start')
    return this.read(show)
  }

  pick (index, show) {
    this.runner.advance(this.open[index])
    return this.read(show)
  }

  read (show) {
    for (;;) {
      const result = this.runner.currentResult
      if (result.options) {
        this.open = []
        const texts = []
        result.options.forEach((option, index) => {
          if (!option.isAvailable) return
          this.open.push(index)
          // The space before a condition is part of the text.
          texts.push(option.text.trimEnd())
        })
        return texts
      }
      const speaker = result.markup.find((mark) => mark.name === 'character')
      show.line(speaker.properties.name + ': ' + result.text)
      if (result.isDialogueEnd) return []
      this.runner.advance()
    }
  }
}

await serve((text) => new Player(text))
