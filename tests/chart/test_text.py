"""A chart in words."""

from game.chart.chart import BACK, Box, Chart, Kind, Sign, Way
from game.chart.text import WIDTH, as_text


def test_the_outline_says_all_that_the_drawing_shows(small):
    assert (
        as_text(small)
        == """\
The pencil & the <cake>
10 scenes, 2 endings.
Telling is possible from every scene; it is not drawn from each of them.

At every choice
   - [tell] tell Mum -> 6. told-mum
   - [tell] tell Ms Okoro -> 9. told-teacher
   - [tell] tell Ms Okoro again -> 9. told-teacher
   - [safe: notice] look at Jo's profile
   - save Jo's messages
   - block Jo -> 3. gone

1. hello [start]
   Jo: can you keep a "secret"?
   - [safe: say no] no -> 4. cake
   - [risk] ok -> 2. pushed
   - [tell] Ring Mum. -> 7. words
   - what is it? (if not said_yes) -> 1. hello, seen above

2. pushed
   Jo wants more.
   - if blocked.jo -> 4. cake
   - otherwise -> 3. gone

3. gone
   At every choice: block Jo.
   Jo is gone.
   - goes on -> 4. cake

4. cake [everyday choice]
   - Eat some. -> 5. done

5. done [ending, can still tell]
   Kit can laugh about it.

6. told-mum [telling]
   At every choice: tell Mum.
   Mum is in the kitchen.
   - if heard -> back to where telling began
   - otherwise -> 7. words

7. words [shared piece]
   Inside: 2 scenes; choices: 1 to tell, 1 other.
   Mum looks up.
   [Mum listens]
   - goes on -> 8. end-told

8. end-told [ending]
   Mum knows.

9. told-teacher [telling]
   At every choice: tell Ms Okoro, tell Ms Okoro again.
   Ms Okoro: Come in.
   - [tell] Hello? -> 10. teacher-hears

10. teacher-hears [telling]
   Ms Okoro: Thank you.
   [Ms Okoro listens]
   - goes on -> back to where telling began
"""
    )


def test_one_scene_is_one_scene_and_long_lines_are_broken():
    words = "so many words that they do not fit in one line " * 4
    way = Way(Sign.CHOICE, words.strip(), BACK)
    box = Box("a", Kind.ENDING, words, (way,), start=True, hears=("Mum", "Dad", "Bo"))

    lines = as_text(Chart("One", {"a": box}, "a", ())).splitlines()

    assert lines[1] == "1 scene, 1 ending."
    assert "   [Mum, Dad and Bo listen]" in lines
    assert lines[-1].endswith("-> back to where telling began")
    assert max(map(len, lines)) <= WIDTH
