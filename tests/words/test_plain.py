"""Words are spelled out the same, whether something else in them is or not."""

from __future__ import annotations

from skill.evaluate.labelled import after_rows, question_rows, risk_utterances
from skill.words.plain import Plain


def test_no_contraction_is_passed_over_for_want_of_an_apostrophe():
    """A contraction elsewhere in a sentence makes every other one be looked for."""
    plain = Plain({})
    said = [one.words.replace("'", "") for one in (*risk_utterances("measuring"), *after_rows("measuring"))]
    said += [one.words.replace("'", "") for one in question_rows("measuring")]
    assert sum("not" in plain(words) for words in said) > 100
    for words in said:
        assert plain(f"{words} xx gonna") == f"{plain(f'{words} xx')} going to", words
