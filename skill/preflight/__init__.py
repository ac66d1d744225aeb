"""Preflight: checks the skill as Amazon's certification will, before Amazon does.

Each rule is a file in rules/: its docstring is its manual page, its constants say where it is written and how sure that
is, its `check` yields problems. A new rule is a new file there, and a break in tests/preflight that it must see.

The rules that need the skill to speak read the turns that turns.py drives: the real skill, through the same entry as
Lambda, in every state that a session reaches within two turns, with every sample utterance of the interaction model.
"""
