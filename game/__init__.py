"""Who's Typing? - a safeguarding game for children.

Stories are data, rules are pure, and front-ends are thin: see ``docs/explanation``.
"""
