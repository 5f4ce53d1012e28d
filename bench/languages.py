"""A generated story written as ours, as ink, as Yarn and for Ren'Py.

Knows no engine. What a language cannot say is said the nearest way that it has; those
places are named in docs/reference/benchmarks.md.
"""

from collections.abc import Iterator

from bench.stories import (
    COUNTERS,
    END,
    SPEAKERS,
    SWITCHES,
    TOP,
    Ask,
    Call,
    Fork,
    Line,
    Tale,
)

_OURS_HEAD = """\
title: A story made by chance
about: Someone writes to Kit, and Kit answers.
band: 9-11
minutes: 10
skills: [tell]
for-adults:
  notes: A story made by chance to measure the engine; nobody plays it.
  questions: [Who could Kit talk to?]
  reviewed-by: none
goodbye: You can put Kit's phone down now. You are you again.
player: kit
cast:
  kit: {name: Kit, picture: girl}
  bo: {name: Bo, picture: boy, known: yes}
  ana: {name: Ana, picture: girl, known: yes}
  mum: {name: Mum, picture: mum, trusted: yes, family: yes, face-to-face: yes}
  teacher: {name: Ms Okoro, picture: ms-okoro, trusted: yes, face-to-face: yes}
"""

_OURS_TAIL = f"""\
  {END}:
    - bo: bye for now
    - end: That was the story.
      offer: Kit could still talk to somebody about it.
  told:
    - note: Somebody listens.
    - choose:
        - say: Can I tell you something?
          move: tell
          as: told
          why: Telling is never too early and never too late.
          goto: back
when:
  tell: {{mum: told, teacher: told}}
"""

OUR_PIECES = {
    "short": """\
piece: A question with two answers
needs: {who: contact, first: text}
outcomes: [done]
start: ask
scenes:
  ask:
    - $who: $first
    - choose:
        - say: yes you can
          goto: done
        - say: not today
          why: You can say not today to anybody.
          goto: done
""",
    "long": """\
piece: A question that may go on
needs: {who: contact, first: text}
outcomes: [done]
start: ask
scenes:
  ask:
    - $who: $first
    - $who: what do you say?
    - choose:
        - say: tell me more
          goto: more
        - say: not now
          goto: done
        - say: another time
          goto: done
  more:
    - $who: it is only a small thing
    - choose:
        - say: I will think about it
          goto: done
        - say: I will ask somebody first
          why: Asking somebody first is always possible.
          goto: done
""",
}


def ours(tale: Tale) -> str:
    """Write the story as this game reads it; the pieces are ``OUR_PIECES``."""
    return "\n".join(_ours(tale)) + "\n" + _OURS_TAIL


def _ours(tale: Tale) -> Iterator[str]:
    yield _OURS_HEAD + "facts:"
    for name in SWITCHES:
        yield f"  {name}: no"
    for name in COUNTERS:
        yield f"  {name}: 0..{TOP}"
    yield f"start: {tale.start}"
    yield "scenes:"
    for scene in tale.scenes:
        yield f"  {scene.id}:"
        for line in scene.lines:
            yield f"    - {line.speaker}: {line.text}"
            if line.when:
                yield f"      if: {line.when.show('')}"
        match scene:
            case Ask():
                yield from _our_choices(scene)
            case Fork():
                yield f"    - goto: {scene.then}"
                yield f"      if: {scene.when.show('')}"
                yield f"    - goto: {scene.other}"
            case Call():
                yield f"    - use: {scene.piece}"
                yield f"      with: {{who: {scene.who}, first: {scene.first}}}"
                yield f"      outcomes: {{done: {scene.goto}}}"


def _our_choices(scene: Ask) -> Iterator[str]:
    yield "    - choose:"
    for reply in scene.replies:
        yield f"        - say: {reply.text}"
        if reply.when:
            yield f"          if: {reply.when.show('')}"
        if reply.why:
            yield f"          why: {reply.why}"
        changes = [f"{reply.switch}: yes"] if reply.switch else []
        changes += [f"{reply.counter}: +1"] if reply.counter else []
        if changes:
            yield f"          set: {{{', '.join(changes)}}}"
        yield f"          goto: {reply.goto}"


_INK_TAIL = f"""\
=== {END} ===
bo: bye for now
-> END

=== short(who, first) ===
{{who}}: {{first}}
+ [yes you can]
  ->->
+ [not today]
  why: You can say not today to anybody.
  ->->

=== long(who, first) ===
{{who}}: {{first}}
{{who}}: what do you say?
+ [tell me more]
  -> more(who)
+ [not now]
  ->->
+ [another time]
  ->->

=== more(who) ===
{{who}}: it is only a small thing
+ [I will think about it]
  ->->
+ [I will ask somebody first]
  why: Asking somebody first is always possible.
  ->->
"""


def ink(tale: Tale) -> str:
    """Write the story as ink; calls are tunnels with arguments."""
    return "\n".join(_ink(tale)) + "\n" + _INK_TAIL


def _ink(tale: Tale) -> Iterator[str]:
    for name in SWITCHES:
        yield f"VAR {name} = false"
    for name in COUNTERS:
        yield f"VAR {name} = 0"
    yield f"-> {tale.start}"
    for scene in tale.scenes:
        yield f"\n=== {scene.id} ==="
        for line in scene.lines:
            text = f"{line.speaker}: {line.text}"
            yield f"{{{line.when.show('')}: {text}}}" if line.when else text
        match scene:
            case Ask():
                yield from _ink_choices(scene)
            case Fork():
                yield f"{{{scene.when.show('')}: -> {scene.then}}}"
                yield f"-> {scene.other}"
            case Call():
                yield f'-> {scene.piece}("{scene.who}", "{scene.first}") ->'
                yield f"-> {scene.goto}"


def _ink_choices(scene: Ask) -> Iterator[str]:
    for reply in scene.replies:
        when = f"{{{reply.when.show('')}}} " if reply.when else ""
        yield f"+ {when}[{reply.text}]"
        if reply.why:
            yield f"  why: {reply.why}"
        if reply.switch:
            yield f"  ~ {reply.switch} = true"
        if reply.counter:
            yield f"  ~ {reply.counter} = MIN({reply.counter} + 1, {TOP})"
        yield f"  -> {reply.goto}"


_YARN_TAIL = f"""\
title: {END}
---
bo: bye for now
===
title: short
---
{{$who}}: {{$first}}
-> yes you can
    <<jump {{$next}}>>
-> not today
    why: You can say not today to anybody.
    <<jump {{$next}}>>
===
title: long
---
{{$who}}: {{$first}}
{{$who}}: what do you say?
-> tell me more
    <<jump more>>
-> not now
    <<jump {{$next}}>>
-> another time
    <<jump {{$next}}>>
===
title: more
---
{{$who}}: it is only a small thing
-> I will think about it
    <<jump {{$next}}>>
-> I will ask somebody first
    why: Asking somebody first is always possible.
    <<jump {{$next}}>>
===
"""


def yarn(tale: Tale) -> str:
    """Write the story as Yarn 2.

    Yarn 2 has no call that returns: the arguments and the way back are variables,
    and the piece jumps to the node that the way back names. The node ``Start`` puts
    the facts back, since a player of Yarn has no other way to begin anew.
    """
    return "\n".join(_yarn(tale)) + "\n" + _YARN_TAIL


def _yarn(tale: Tale) -> Iterator[str]:
    yield "title: Start\n---"
    for name in SWITCHES:
        yield f"<<set ${name} to false>>"
    for name in COUNTERS:
        yield f"<<set ${name} to 0>>"
    # yarn-bound looks one line ahead without setting variables, so that even what is
    # always set before it is read needs a value.
    yield f'<<declare $who to "{SPEAKERS[0]}">>'
    yield '<<declare $first to "hi">>'
    yield f'<<declare $next to "{END}">>'
    yield f"<<jump {tale.start}>>\n==="
    for scene in tale.scenes:
        yield f"title: {scene.id}\n---"
        for line in scene.lines:
            yield from _yarn_line(line)
        match scene:
            case Ask():
                yield from _yarn_options(scene)
            case Fork():
                yield f"<<if {scene.when.show('$')}>>"
                yield f"    <<jump {scene.then}>>"
                yield "<<endif>>"
                yield f"<<jump {scene.other}>>"
            case Call():
                yield f'<<set $who to "{scene.who}">>'
                yield f'<<set $first to "{scene.first}">>'
                yield f'<<set $next to "{scene.goto}">>'
                yield f"<<jump {scene.piece}>>"
        yield "==="


def _yarn_line(line: Line) -> Iterator[str]:
    text = f"{line.speaker}: {line.text}"
    if line.when:
        yield f"<<if {line.when.show('$')}>>"
        yield f"    {text}"
        yield "<<endif>>"
    else:
        yield text


def _yarn_options(scene: Ask) -> Iterator[str]:
    for reply in scene.replies:
        when = f" <<if {reply.when.show('$')}>>" if reply.when else ""
        yield f"-> {reply.text}{when}"
        if reply.why:
            yield f"    why: {reply.why}"
        if reply.switch:
            yield f"    <<set ${reply.switch} to true>>"
        if reply.counter:
            yield f"    <<if ${reply.counter} < {TOP}>>"
            yield f"        <<set ${reply.counter} to ${reply.counter} + 1>>"
            yield "    <<endif>>"
        yield f"    <<jump {reply.goto}>>"


def renpy(tale: Tale) -> str:
    """Write the story for Ren'Py; calls are labels with parameters."""
    return "\n".join(_renpy(tale)) + "\n"


def _renpy(tale: Tale) -> Iterator[str]:
    for who in SPEAKERS:
        yield f'define {who} = Character("{who}")'
    for name in SWITCHES:
        yield f"default {name} = False"
    for name in COUNTERS:
        yield f"default {name} = 0"
    yield f"label start:\n    jump {tale.start}"
    for scene in tale.scenes:
        yield f"label {scene.id}:"
        for line in scene.lines:
            said = f'{line.speaker} "{line.text}"'
            if line.when:
                yield f"    if {line.when.show('')}:\n        {said}"
            else:
                yield f"    {said}"
        match scene:
            case Ask():
                yield from _renpy_choices(scene)
            case Fork():
                yield f"    if {scene.when.show('')}:\n        jump {scene.then}"
                yield f"    jump {scene.other}"
            case Call():
                yield f'    call {scene.piece}({scene.who}, "{scene.first}")'
                yield f"    jump {scene.goto}"
    yield f'label {END}:\n    bo "bye for now"\n    return'
    yield _RENPY_PIECES


def _renpy_choices(scene: Ask) -> Iterator[str]:
    yield "    menu:"
    for reply in scene.replies:
        when = f" if {reply.when.show('')}" if reply.when else ""
        yield f'        "{reply.text}"{when}:'
        if reply.why:
            yield f'            "{reply.why}"'
        if reply.switch:
            yield f"            $ {reply.switch} = True"
        if reply.counter:
            yield f"            $ {reply.counter} = min({reply.counter} + 1, {TOP})"
        yield f"            jump {reply.goto}"


_RENPY_PIECES = """\
label short(who, first):
    who "[first]"
    menu:
        "yes you can":
            return
        "not today":
            "You can say not today to anybody."
            return
label long(who, first):
    who "[first]"
    who "what do you say?"
    menu:
        "tell me more":
            who "it is only a small thing"
            menu:
                "I will think about it":
                    return
                "I will ask somebody first":
                    "Asking somebody first is always possible."
                    return
        "not now":
            return
        "another time":
            return
"""


def choicescript(tale: Tale) -> str:
    """Write the story as one ChoiceScript scene; pieces are subroutines."""
    return "\n".join(_choicescript(tale)) + "\n" + _CHOICESCRIPT_PIECES


def _choicescript(tale: Tale) -> Iterator[str]:
    yield '*create who ""\n*create first ""'
    for name in SWITCHES:
        yield f"*create {name} false"
    for name in COUNTERS:
        yield f"*create {name} 0"
    yield f"*goto {tale.start}"
    for scene in tale.scenes:
        yield f"*label {scene.id}"
        for line in scene.lines:
            said = f"{line.speaker}: {line.text}\n*line_break"
            if line.when:
                test = _choicescript_test(line.when.show(""))
                inside = said.replace("\n", "\n  ")
                yield f"*if {test}\n  {inside}"
            else:
                yield said
        match scene:
            case Ask():
                yield from _choicescript_choices(scene)
            case Fork():
                test = _choicescript_test(scene.when.show(""))
                yield f"*if {test}\n  *goto {scene.then}\n*goto {scene.other}"
            case Call():
                yield f'*set who "{scene.who}"\n*set first "{scene.first}"'
                yield f"*gosub {scene.piece}\n*goto {scene.goto}"
    yield f"*label {END}\nbo: bye for now\n*finish"


def _choicescript_choices(scene: Ask) -> Iterator[str]:
    yield "*choice"
    for reply in scene.replies:
        test = _choicescript_test(reply.when.show("")) if reply.when else ""
        lead = f"*if {test} " if test else ""
        yield f"  {lead}#{reply.text}"
        if reply.why:
            yield f"    {reply.why}"
        if reply.switch:
            yield f"    *set {reply.switch} true"
        if reply.counter:
            yield f"    *if ({reply.counter} < {TOP})\n      *set {reply.counter} +1"
        yield f"    *goto {reply.goto}"


def _choicescript_test(test: str) -> str:
    """Put each part into the parentheses that ChoiceScript asks for."""
    for word in (" and ", " or "):
        if word in test:
            return f"({word.join(_choicescript_test(one) for one in test.split(word))})"
    return f"(not({test.removeprefix('not ')}))" if "not " in test else f"({test})"


_CHOICESCRIPT_PIECES = """\
*label short
${who}: ${first}
*choice
  #yes you can
    *return
  #not today
    You can say not today to anybody.
    *return
*label long
${who}: ${first}
*line_break
${who}: what do you say?
*choice
  #tell me more
    ${who}: it is only a small thing
    *choice
      #I will think about it
        *return
      #I will ask somebody first
        Asking somebody first is always possible.
        *return
  #not now
    *return
  #another time
    *return
"""


def facts_that_multiply(facts: int, readers: int) -> str:
    """Write a story of ours with 2 ** *facts* ways to hold its facts, and more states.

    Each fact is set or not in a scene of its own; then come *readers* scenes in which
    a line and a choice depend on them.
    """
    lines = [_OURS_HEAD + "facts:", *(f"  f{n}: no" for n in range(facts))]
    lines += ["start: s0", "scenes:"]
    for n in range(facts):
        lines += [f"  s{n}:", f"    - bo: shall we say {n}?", "    - choose:"]
        lines += [f"        - {{say: yes, set: {{f{n}: yes}}, goto: s{n + 1}}}"]
        lines += [f"        - {{say: no, goto: s{n + 1}}}"]
    for n in range(facts, facts + readers):
        lines += [f"  s{n}:", "    - bo: do you remember?", f"      if: f{n % facts}"]
        lines += ["    - choose:", f"        - {{say: yes, goto: s{n + 1}}}"]
        test = f"f{(n + 1) % facts}"
        lines += [f"        - {{say: no, if: {test}, goto: s{n + 1}}}"]
    lines += [f"  s{facts + readers}:", f"    - goto: {END}"]
    return "\n".join(lines) + "\n" + _OURS_TAIL
