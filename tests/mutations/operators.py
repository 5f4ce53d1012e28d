"""What a hurried author gets wrong in the shape of a story.

One function for each operator of docs/decisions/0008-mutations.md: it takes a source
and yields a mutant for every site. ``words`` has those that write sentences.
"""

import re
from itertools import pairwise

from tests.mutations import harmless
from tests.mutations.mutant import Mutant, drawn, expect
from tests.mutations.source import TOLD, last_line, quoted

LISTENING = "far-from-help help-only-at-home adult-never-listens telling-unheard"
WAYS = (
    "unreachable-scene endless-loop back-from-nowhere far-from-help stuck nobody-told "
    "never-offered never-shown never-ends blocked-speaks help-only-at-home no-way-back"
)
MOST = {"7-9": 3}
"""Options at once, by band (content guide); four where none is named."""


def drop_telling(source):
    entries = source.section("when", "tell")
    table = source.section("when")["tell"]
    for adult, (key, value) in entries.items():
        edit, line = source.edit(), key.start_mark.line + 1
        edit.blank(line, last_line(value))
        lines = range(table[0].start_mark.line + 1, last_line(table[1]) + 1)
        yield Mutant(
            "drop-telling",
            source,
            line,
            f"{adult} cannot be told",
            edit,
            (expect("adult-not-told", *lines),),
        )


def not_trusted(source):
    entries = source.section("when", "tell")
    for adult in source.adults:
        edit, one = source.edit(), source.cast[adult]
        edit.drop(one, "trusted")
        yield Mutant(
            "not-trusted",
            source,
            one.line_of("trusted"),
            f"{adult} is not trusted",
            edit,
            (
                expect("not-a-trusted-adult", entries[adult][0].start_mark.line + 1),
                expect("no-adult-outside", source.first_scene),
            ),
        )


def all_family(source):
    edit = source.edit()
    outside = [
        name for name in source.adults if source.cast[name].get("family") is None
    ]
    for name in outside:
        edit.add(source.cast[name], "family", "yes")
    lines = [
        source.section("cast")[name][0].start_mark.line + 1 for name in source.adults
    ]
    yield Mutant(
        "all-family",
        source,
        lines[0],
        f"{', '.join(outside)} made family",
        edit,
        (expect("no-adult-outside", source.first_scene, *lines),),
    )


def drop_heard(source):
    entries = source.section("when", "tell")
    for step in source.steps:
        if step.kind != "heard":
            continue
        edit, adult = source.edit(), step.get("heard")
        edit.drop_step(step)
        after = source.leads_to(step.scene)
        around = {step.scene, *after, *source.leading_to(step.scene)}
        ends = [one.line for one in source.steps if "end" in one.at]
        opened = entries[adult][1]
        scenes = (
            [one.value for one in opened.value]
            if opened.id == "sequence"
            else [opened.value]
        )
        yield Mutant(
            "drop-heard",
            source,
            step.line,
            f"{adult} does not listen in {step.scene}",
            edit,
            (
                expect("adult-never-listens", source.scene_line[scenes[0]]),
                expect(LISTENING, *(source.scene_line[one] for one in around)),
                expect("nobody-told", *ends),
            ),
            harmless.heard_before(step),
        )


def drop_offer(source):
    if source.root.get("harmless") == "yes":
        return
    for step in source.steps:
        if "offer" in step.at:
            edit = source.edit()
            edit.drop(step, "offer")
            yield Mutant(
                "drop-offer",
                source,
                step.line_of("offer"),
                f"no offer in {step.scene}",
                edit,
                (expect("nobody-told", step.line),),
                harmless.always_told(step.scene),
            )


def copy_goto(source):
    for _, choices in source.moments:
        for above, choice in pairwise(choices):
            if above.get("goto") != choice.get("goto"):
                yield _led_elsewhere(source, "copy-goto", choice, above.get("goto"))


def wrong_goto(source):
    for part in _gotos(source):
        chance = drawn("wrong-goto", source, part.line_of("goto"))
        others = [name for name in source.scene_line if name != part.get("goto")]
        yield _led_elsewhere(source, "wrong-goto", part, chance.choice(others))


def _gotos(source):
    return [part for part in (*source.steps, *source.choices) if "goto" in part.at]


def _led_elsewhere(source, operator, part, to):
    edit, old, line = source.edit(), part.get("goto"), part.line_of("goto")
    edit.put(part.at["goto"][1], to)
    after = source.leads_to(old, to)
    lines = {line, part.line}.union(*(source.scene_lines(name) for name in after))
    return Mutant(
        operator,
        source,
        line,
        f"{old} -> {to}",
        edit,
        (expect(WAYS, *lines, pieces=source.pieces_of(after)),),
        harmless.another_plot,
    )


def missing_goto(source):
    for part in _gotos(source):
        edit, line = source.edit(), part.line_of("goto")
        to = _twice(part.get("goto"), drawn("missing-goto", source, line))
        edit.put(part.at["goto"][1], to)
        yield Mutant(
            "missing-goto",
            source,
            line,
            f"{part.get('goto')} -> {to}",
            edit,
            (expect("unknown-scene", line),),
        )


def _twice(word, chance):
    at = chance.choice([at for at, letter in enumerate(word) if letter.isalpha()])
    return word[:at] + word[at] + word[at:]


def go_round(source):
    for step in source.steps:
        if step.kind == "goto" and "if" not in step.at:
            edit = source.edit()
            edit.put(step.at["goto"][1], step.scene)
            yield Mutant(
                "go-round",
                source,
                step.line,
                f"{step.scene} -> {step.scene}",
                edit,
                (expect("endless-loop", step.line, source.scene_line[step.scene]),),
            )


def drop_end(source):
    for step in source.steps:
        if step.kind == "end":
            edit = source.edit()
            edit.drop_step(step)
            left = [one.line for one in source.steps if one.scene == step.scene][:-1]
            yield Mutant(
                "drop-end",
                source,
                step.line,
                f"no ending in {step.scene}",
                edit,
                (expect("no-way-on", source.scene_line[step.scene], *left[-1:]),),
            )


def never_set(source):
    for fact, line in source.facts.items():
        edit = source.edit()
        for part in (*source.steps, *source.choices):
            if "set" not in part.at:
                continue
            table = part.at["set"][1]
            names = [key.value for key, _ in table.value]
            if names == [fact]:
                edit.drop_step(part) if part.kind == "set" else edit.drop(part, "set")
            elif fact in names:
                edit.drop(type(part)(part.scene, "set", table), fact)
        yield Mutant(
            "never-set",
            source,
            line,
            f"nothing sets {fact}",
            edit,
            (expect("unset-fact", line),),
        )


def reads(part, fact):
    """Whether the condition of a part reads a fact."""
    return re.search(rf"(?<![\w.-]){re.escape(fact)}(?![\w.-])", part.get("if") or "")


def never_read(source):
    for fact, line in source.facts.items():
        edit = source.edit()
        for part in (*source.steps, *source.choices):
            if reads(part, fact):
                # A goto without its condition would be the end of the scene.
                edit.drop_step(part) if part.kind == "goto" else edit.drop(part, "if")
        yield Mutant(
            "never-read",
            source,
            line,
            f"nothing reads {fact}",
            edit,
            (expect("unread-fact", line),),
        )


def misspell_fact(source):
    for part in (*source.steps, *source.choices):
        for fact in source.facts:
            if reads(part, fact):
                yield _misspelt(source, part, "if", fact)
            if "set" in part.at and fact in {
                key.value for key, _ in part.at["set"][1].value
            }:
                yield _misspelt(source, part, "set", fact)


def _misspelt(source, part, key, fact):
    edit, line = source.edit(), part.line_of(key)
    wrong = _twice(fact, drawn("misspell-fact", source, line))
    edit.lines[line - 1] = edit.lines[line - 1].replace(fact, wrong, 1)
    return Mutant(
        "misspell-fact",
        source,
        line,
        f"{fact} -> {wrong}",
        edit,
        (expect("unknown-fact", line),),
    )


def never(source, part, operator):
    """Return a condition that holds never, over a fact that is read elsewhere."""
    others = [
        fact
        for fact in source.facts
        if any(
            reads(one, fact)
            for one in (*source.steps, *source.choices)
            if one is not part
        )
    ]
    fact = drawn(operator, source, part.line).choice(others)
    return f"{fact} and not {fact}"


def condition_lines(part):
    """Return the line of a part and that of its condition, old or new."""
    return {part.line, part.line_of("if") if "if" in part.at else last_line(part.node)}


def dead_choice(source):
    for _, choices in source.moments:
        for choice in choices if len(choices) > 1 else ():
            edit = source.edit()
            edit.add(choice, "if", never(source, choice, "dead-choice"))
            yield Mutant(
                "dead-choice",
                source,
                choice.line,
                "never holds",
                edit,
                (expect("never-offered", *condition_lines(choice)),),
            )


def dead_line(source):
    for step in source.steps:
        if step.kind in TOLD or step.kind in source.cast:
            edit = source.edit()
            edit.add(step, "if", never(source, step, "dead-line"))
            yield Mutant(
                "dead-line",
                source,
                step.line,
                "never holds",
                edit,
                (expect("never-shown", *condition_lines(step)),),
            )


def dead_way(source):
    for step in source.steps:
        if step.kind == "goto" and "if" in step.at:
            edit, old = source.edit(), step.get("goto")
            before = [source.scene_line[old]] if old in source.scene_line else []
            edit.add(step, "if", never(source, step, "dead-way"))
            yield Mutant(
                "dead-way",
                source,
                step.line,
                f"never to {old}",
                edit,
                (
                    expect("never-shown", *condition_lines(step)),
                    expect("unreachable-scene", *before),
                ),
            )


def nothing_to_choose(source):
    for step, choices in source.moments:
        edit = source.edit()
        for choice in choices:
            edit.add(choice, "if", never(source, choice, "nothing-to-choose"))
        yield Mutant(
            "nothing-to-choose",
            source,
            step.line,
            f"no choice in {step.scene}",
            edit,
            (
                expect("stuck", source.scene_line[step.scene]),
                expect("never-offered", *(one.line for one in choices)),
            ),
        )


def drop_why(source):
    for part in (*source.choices, *source.answers):
        if "why" not in part.at:
            continue
        edit = source.edit()
        edit.drop(part, "why")
        lines = {part.line} | ({part.line_of("move")} if "move" in part.at else set())
        if part.kind != "choice":
            lines.add(part.line - 1)  # the contact, above what follows
        yield Mutant(
            "drop-why",
            source,
            part.line_of("why"),
            "no reason",
            edit,
            (expect("missing-why unclear-reason", *lines),),
            harmless.neither_safe_nor_risky(part),
        )


def moments_with_a_move(source):
    for step, choices in source.moments:
        safe = [choice for choice in choices if "move" in choice.at]
        if safe:
            yield step, choices, safe


def drop_moves(source):
    for step, choices, safe in moments_with_a_move(source):
        edit = source.edit()
        for choice in safe:
            for key in ("move", "as"):
                if key in choice.at:
                    edit.drop(choice, key)
        yield Mutant(
            "drop-moves",
            source,
            choices[0].line,
            f"no move in {step.scene}",
            edit,
            (expect("no-safe-move", choices[0].line),),
            harmless.a_move_is_left(step.scene),
        )


def sometimes_no_move(source):
    for step, choices, safe in moments_with_a_move(source):
        edit = source.edit()
        chance = drawn("sometimes-no-move", source, step.line)
        fact = chance.choice(list(source.facts))
        for choice in safe:
            before = choice.get("if")
            joined = f"({before}) and {fact}" if before else fact
            edit.add(choice, "if", joined)
        yield Mutant(
            "sometimes-no-move",
            source,
            choices[0].line,
            f"moves of {step.scene} only if {fact}",
            edit,
            (
                expect("no-safe-move", choices[0].line),
                expect("never-offered", *(one.line for one in safe)),
                expect("stuck", source.scene_line[step.scene]),
            ),
            harmless.a_move_is_left(step.scene),
        )


def two_too_many(source):
    for step, choices in source.moments:
        free = [choice for choice in choices if "if" not in choice.at]
        if not free:
            continue
        edit, last = source.edit(), free[-1]
        end = last_line(choices[-1].node)
        text = source.lines[last.line - 1 : last_line(last.node)]
        text = [
            line for line in text if line.strip() and not line.strip().startswith("#")
        ]
        told = "say" if "say" in last.at else "do"
        copies = []
        for number in range(len(free), MOST.get(source.band, 4) + 2):
            key = f"{told}: {quoted(f'{last.get(told)} ({number})')}"
            start = text[0][: text[0].index("-") + 2]
            copies += [start + key, *text[1:]]
        edit.lines[end:end] = copies
        yield Mutant(
            "two-too-many",
            source,
            step.line,
            f"two too many in {step.scene}",
            edit,
            (expect("too-many-choices", *range(step.line, end + len(copies) + 1)),),
        )


def blocked_speaks(source):
    for contact in source.strangers:
        for step in source.steps:
            if step.kind == contact and f"not blocked.{contact}" in (
                step.get("if") or ""
            ):
                edit = source.edit()
                edit.drop(step, "if")
                yield _speaks(source, step, contact, edit)
        answer = next(one for one in source.answers if one.kind == f"block {contact}")
        first = next(
            (
                step
                for step in source.steps
                if step.scene == answer.get("goto") and step.kind == "note"
            ),
            None,
        )
        if first is not None:
            edit, line = source.edit(), first.line - 1
            edit.lines[line] = edit.lines[line].replace("note:", f"{contact}:", 1)
            yield _speaks(source, first, contact, edit)


def _speaks(source, step, contact, edit):
    return Mutant(
        "blocked-speaks",
        source,
        step.line,
        f"{contact} writes",
        edit,
        (expect("blocked-speaks", step.line),),
        harmless.never_blocked_there(step, contact),
    )


def written_to_blocked(source):
    for contact in source.strangers:
        for choice in source.choices:
            guard = f"not blocked.{contact}"
            if choice.get("to") == contact and guard in (choice.get("if") or ""):
                edit = source.edit()
                edit.drop(choice, "if")
                yield Mutant(
                    "written-to-blocked",
                    source,
                    choice.line_of("if"),
                    f"written to {contact}",
                    edit,
                    (expect("written-to-blocked", choice.line, choice.line_of("to")),),
                    harmless.never_blocked_there(choice, contact),
                )


def drop_block(source):
    table = source.section("when")["block"][0]
    blocks = source.section("when", "block")
    for contact in source.strangers:
        edit = source.edit()
        key, value = blocks[contact]
        first = key if len(blocks) > 1 else table
        edit.blank(first.start_mark.line + 1, last_line(value))
        line = source.section("cast")[contact][0].start_mark.line + 1
        yield Mutant(
            "drop-block",
            source,
            key.start_mark.line + 1,
            f"{contact} cannot be blocked",
            edit,
            (expect("unanswered-block", line),),
        )


def wrong_minutes(source):
    key, value = source.root.at["minutes"]
    line, promised = key.start_mark.line + 1, int(value.value)
    for wrong in (min(60, promised * 3), max(1, round(promised / 3))):
        edit = source.edit()
        edit.put(value, str(wrong))
        yield Mutant(
            "wrong-minutes",
            source,
            line,
            f"{promised} -> {wrong}",
            edit,
            (expect("promised-minutes", line, source.first_scene),),
        )


SHAPES = (
    drop_telling,
    not_trusted,
    all_family,
    drop_heard,
    drop_offer,
    copy_goto,
    wrong_goto,
    missing_goto,
    go_round,
    drop_end,
    never_set,
    never_read,
    misspell_fact,
    dead_choice,
    dead_line,
    dead_way,
    nothing_to_choose,
    drop_why,
    drop_moves,
    sometimes_no_move,
    two_too_many,
    blocked_speaks,
    written_to_blocked,
    drop_block,
    wrong_minutes,
)
