// What the two players on node have in common: the story and the picks come in
// as files, orders as lines on standard input, answers as lines of JSON.
//
//   verify N     play N choices; answer with a hash of all that was shown
//   play S       play whole plays for S seconds; answer with counts
//
// A player gives `begin(show)` and `pick(index, show)`. Both call
// `show.line(speaker, text)` for what was said and return the texts of the
// replies that are open, or an empty list at the end of a play.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

const say = (answer) => process.stdout.write(JSON.stringify(answer) + '\n')

class Hashing {
  constructor () { this.hash = createHash('sha256') }
  line (text) { this.hash.update(text + '\n') }
}

class Counting {
  constructor () { this.characters = 0 }
  line (text) { this.characters += text.length }
}

function verify (player, picks, count) {
  const show = new Hashing()
  let open = player.begin(show)
  for (let n = 0; n < count; n++) {
    for (const text of open) show.line('> ' + text)
    open = open.length ? player.pick(picks[n % picks.length] % open.length, show) : player.begin(show)
  }
  return { sha256: show.hash.digest('hex') }
}

function play (player, picks, seconds) {
  const show = new Counting()
  const start = process.hrtime.bigint()
  const until = start + BigInt(Math.round(seconds * 1e9))
  let choices = 0
  let plays = 0
  let at = 0
  let now = start
  while (now < until) {
    let open = player.begin(show)
    while (open.length) {
      open = player.pick(picks[at] % open.length, show)
      at = at + 1 === picks.length ? 0 : at + 1
      choices++
    }
    plays++
    now = process.hrtime.bigint()
  }
  return { choices, plays, characters: show.characters, seconds: Number(now - start) / 1e9 }
}

export async function serve (load) {
  const [storyFile, picksFile] = process.argv.slice(2)
  const picks = JSON.parse(readFileSync(picksFile, 'utf8'))
  const text = readFileSync(storyFile, 'utf8')
  const start = process.hrtime.bigint()
  const player = load(text)
  say({ load: Number(process.hrtime.bigint() - start) / 1e9 })
  for await (const order of createInterface({ input: process.stdin })) {
    const [verb, number] = order.split(' ')
    say(verb === 'verify' ? verify(player, picks, +number) : play(player, picks, +number))
  }
}
