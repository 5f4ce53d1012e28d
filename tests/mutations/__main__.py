"""``python -m tests.mutations``: how many spoilt stories the checker sees.

Prints a line for each operator, then what was missed, and exits with 1 if that is too
much.
"""

import argparse
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import cache

from tests.mutations.run import (
    OF_EACH,
    OVER_ALL,
    SITES,
    Outcome,
    judged,
    mutants,
    shares,
)


@cache
def drawn(sites):
    """Return the mutants, made once in each process: they cannot be sent to one."""
    return mutants(sites)


def verdict(name, sites, at):
    one = judged(drawn(sites)[name][at])
    return one.verdict, one.said


def outcomes_of(name, sites, pool):
    found = drawn(sites)[name]
    jobs = [pool.submit(verdict, name, sites, at) for at in range(len(found))]
    return [Outcome(one, *job.result()) for one, job in zip(found, jobs, strict=True)]


def show(name, outcomes):
    count = Counter(one.verdict for one in outcomes)
    columns = [len(outcomes), count["caught"], count["missed"], count["harmless"]]
    numbers = "".join(f"{number:9}" for number in columns)
    of_harmful, of_all = shares(outcomes)
    print(f"{name:20}{numbers}{of_harmful:9.1%}{of_all:9.1%}", flush=True)


def main(arguments):
    parser = argparse.ArgumentParser(prog="python -m tests.mutations")
    parser.add_argument("operators", nargs="*", help="all, if none is named")
    parser.add_argument("--sites", type=int, default=SITES, help="of each, at most")
    parser.add_argument("--jobs", type=int, default=2, help="processes at once")
    options = parser.parse_args(arguments)

    heads = ("sites", "caught", "missed", "harmless", "of harm", "of all")
    print(f"{'operator':20}{''.join(f'{head:>9}' for head in heads)}")
    every, weak = [], []
    with ProcessPoolExecutor(options.jobs) as pool:
        for name in options.operators or drawn(options.sites):
            outcomes = outcomes_of(name, options.sites, pool)
            show(name, outcomes)
            every += outcomes
            if shares(outcomes)[0] < OF_EACH:
                weak.append(name)
    show("all", every)
    for kind in ("missed", "harmless"):
        print(f"\n{kind}:")
        for one in every:
            if one.verdict == kind:
                print(f"  {one.mutant.operator:20} {one}")
    if weak or shares(every)[0] < OVER_ALL:
        print("\ntoo little is caught:", *(weak or ["over all"]))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
