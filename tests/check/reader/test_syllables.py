"""Syllables, against words counted by hand."""

import pytest
import syllapy

from game.check.reader.syllables import of_words, syllables

BY_HAND = {
    1: """
        barked brushed chased cheat clothes dressed drowned jumped juice kicked knives
        lies planned screamed shared slipped splashed squeezed tears teased they'd
        watched yelled you've zipped
    """,
    2: """
        advice airport alarmed anxious arrived autumn awkward balloon barking bathroom
        because believed belongs blanket blaming blushes borrowed bottle bravest
        breakfast brilliant broken bullied buried captain careful carpet caught-up
        ceiling changes cheated cheerful chicken choices classroom clever complained
        confused cookies copied cousin crowded crying cuddle cushion dentist deserve
        dinner disguise echo eighteen enjoyed escaped explained fairies famous fashion
        fiction fifteen fingers finished flavour forgive freckles frightened friendship
        garden gentle gently giggled giraffe gorgeous gossip guilty handle headache
        helmet helpful helpless hopeless hopping hungry hurried ignored illness instead
        invite island jealous ketchup kindness ladder language laptop leaving lightning
        lonely marbles maybe monkey mountains naughty neighbour neighbours nephew
        nervous nicely nicest nickname noises nonsense ocean onion opened orange
        ourselves owner painted parties patient peaceful pebbles pencil penguin perfect
        pigeon pillow pirate playground pleasant pointed polite practise pressure
        princess proudly puzzle quarrel quarrelled quickest rabbit rainbow raining
        refused replied rescued respect ribbon riddle rumour safely scissors screenshot
        shadows shiny shopping shouldn't shouted shyness simple skateboard smashes
        somehow somewhere sparkling spider squirrel stolen stomach stories stranger
        strangers struggled stubborn stupid success supper supposed swimming tablet
        tangled teasing ticket tickled tissues toothbrush towards traffic trampled
        treasure trousers twenty twisted ugly uncle unfair unkind useful useless valley
        vanished waited wardrobe washes wasted weakest weather wheelchair whispered
        whistles window wisdom wishes wouldn't yellow yoghurt younger zebra
    """,
    3: """
        accident adventure aeroplane afternoon amazing angrily animal animals apartment
        argument avoiding bananas battery beautiful behaviour bicycle bullying butterfly
        camera carefully celebrate cereal character cinema collected corridor crocodile
        curious dangerous decided decision delicious difficult dinosaur disagree
        elephant enemies enormous excited exciting exercise followers forgiveness
        forgotten furious grandfather horrible hospital idiot imagine internet invited
        kangaroo lemonade magical magician marvellous medicine memory museum musician
        newspaper octopus opinion permission piano poisonous politely popular possible
        powerful pretended pretending quietly raspberry realise recognise remember
        restaurant sandwiches sausages scarier separate serious spaghetti suddenly
        suggested sunflower suspicious terrible theatre trampoline umbrella unhappy
        video violin visitor volcano yesterday
    """,
    4: """
        apologise caterpillar comfortable disappointed embarrassing experience
        impossible invisible invitation operation society television temperature
        vegetables
    """,
    5: "confidential eventually imagination",
}
WORDS = {word: count for count, words in BY_HAND.items() for word in words.split()}


def errors(count):
    return [word for word, right in WORDS.items() if count(word) != right]


def test_few_words_counted_by_hand_are_wrong_and_the_sum_is_right():
    """Of 359 words 2 % are wrong; syllapy alone has 13 % wrong."""
    counted = sum(map(syllables, WORDS))

    assert len(WORDS) > 350
    assert len(errors(syllables)) <= 0.03 * len(WORDS)
    assert counted == pytest.approx(sum(WORDS.values()), rel=0.01)


def test_endings_taken_off_make_it_better_than_the_library_alone():
    assert len(errors(syllapy.count)) > 3 * len(errors(syllables))


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("don't", 1),
        ("doesn't", 2),
        ("couldn't", 2),
        ("can't", 1),
        ("i'm", 1),
        ("it's", 1),
        ("boss's", 2),
        ("nobody's", 3),
        ("you'll", 1),
        ("evening's", 2),
    ],
)
def test_contractions_are_counted_as_they_are_said(word, count):
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("grown-up", 2),
        ("jay_11", 3),
        ("999", 3),
        ("2026", 4),
        ("07700900123", 4),
        ("hm", 1),
        ("ß", 1),
        ("_", 1),
    ],
)
def test_what_is_no_plain_word_is_counted_in_parts(word, count):
    assert syllables(word) == count


def test_a_word_that_no_rule_fits_keeps_its_count_with_an_ending():
    assert syllables("really") == 2


def test_british_spellings_count_as_their_american_sisters():
    assert [syllables(word) for word in ("favourite", "organise")] == [
        syllables("favorite"),
        syllables("organize"),
    ]


def test_short_forms_count_as_what_they_are_read_as():
    assert of_words(("idk", "mum"), {"idk": "i don't know"}) == 4
    assert of_words((), {}) == 0
