"""Plain: what was said -> plain words that patterns can be compared with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

# What "ill" and "its" stand before where they are "i will" and "it is", typed without an apostrophe.
_AFTER_WILL = (
    "just|try|go|call|ask|tell|talk|see|do|be|keep|get|take|make|let|stay|wait|give|bring|never|have|look|think"
)
_AFTER_IS = (
    "not|a|an|the|just|been|my|only|like|so|okay|ok|fine|too|all|for|in|from|killing|getting|about|hard|gone|because"
)
# "Credit em" is kratom, misheard.
_BEFORE_EM = "call|callin|calling|called|tell|told|let|get|got|take|took|give|gave|need|see|watch|ask|with|for|of|to|on"
# Who "is ill" is sick.
_NOT_SICK = "".join(f"(?<!{end} )" for end in ("is", "as", "'s", "am", "im", "'m", "es", "re", "ry", "so", "el", "ly"))
_CONTRACTIONS = (
    (r"\b(?:ain't|aint)\b", "is not"),
    (r"\b(?:can't|cant|cannot)\b", "can not"),
    (r"\b(?:won't|wont)\b", "will not"),
    (r"\bshan't\b", "shall not"),
    (r"\b(do|does|did|is|are|was|were|have|has|had|could|would|should|must|need)(?:n't|nt)\b", r"\1 not"),
    (r"\b(?:i'm|im)\b", "i am"),
    (r"\b(?:i've|ive)\b", "i have"),
    (r"\b(you|we|they)'re\b|\b(you|they)re\b", r"\1\2 are"),
    (r"\b(you|we|they|who|could|would|should|might)'?ve\b", r"\1 have"),
    (r"\b(you|they|it|that)ll\b", r"\1 will"),
    (rf"{_NOT_SICK}\bill (?=(?:{_AFTER_WILL})\b)", "i will "),
    (rf"\bits (?=(?:{_AFTER_IS})\b)", "it is "),
    (r"\b(i|you|he|she|it|we|they|who|that|there)'ll\b", r"\1 will"),
    (r"\b(i|you|he|she|it|we|they|who|that|there)'d\b", r"\1 would"),
    (
        r"\b(he|she|it|that|there|who|what|where|how|here|when|why|everybody|everyone|somebody|someone|nobody)'s\b",
        r"\1 is",
    ),
    (r"\b(he|she|that|there|what|where|how|here)s\b", r"\1 is"),
    (
        r"\b(?:gonna|gon|gon'|finna|fixing to|fixin to|fixin' to|boutta|bout to|'bout to|about to|imma|tryna|trynna)\b",
        "going to",
    ),
    (r"\bwanna\b", "want to"),
    (r"\b(?:gotta|got to)\b", "have to"),
    (r"\bgimme\b", "give me"),
    (r"\blemme\b", "let me"),
    (r"\bdunno\b", "do not know"),
    (r"\b(\w{3,}in)'(?=\s|$)", r"\1g"),
    (rf"\b({_BEFORE_EM}) '?em\b", r"\1 them"),
    (r"\b(?:y'all|yall)\b", "you all"),
)
_BARE = frozenset(
    "em aint cant cannot wont dont doesnt didnt isnt arent wasnt werent havent hasnt hadnt couldnt wouldnt "
    "shouldnt mustnt neednt im ive youre theyre youve weve theyve whove couldve wouldve shouldve mightve "
    "youll theyll itll thatll ill its hes shes thats theres whats wheres hows heres gonna gon finna "
    "fixing fixin boutta bout about imma tryna trynna wanna gotta got gimme lemme dunno yall".split()
)
"""Words without an apostrophe with which a contraction may begin: most of what is said has none, and no apostrophe."""

_NO_G = frozenset(
    "actin anythin askin bein bleedin breathin bringin buyin callin cheatin chokin chuggin comin cookin coughin "
    "crashin cravin cryin cussin cuttin dealin doin dreamin drinkin drivin droolin drownin dyin eatin everythin "
    "faintin fallin feelin fightin floppin foamin freakin freezin gaggin gaspin gettin givin goin gurglin "
    "hallucinatin havin hearin helpin hidin hittin holdin hurtin itchin jerkin jokin keepin kickin kiddin killin "
    "knockin lacin laughin layin leavin lettin lickin livin lookin losin lyin makin messin missin mixin movin "
    "needin noddin nothin overdosin pacin paintin passin payin playin pleadin pukin pushin puttin quittin rockin "
    "runnin sayin screamin seein seizin sellin shakin shootin shovin sippin sittin sleepin slippin slurrin smokin "
    "snorin snortin somethin spinnin spittin standin starin startin stayin stealin stoppin strugglin stumblin "
    "sweatin takin talkin taperin tellin textin thinkin threatenin throwin tossin touchin tremblin trippin tryin "
    "turnin tweakin twitchin usin vomitin waitin wakin walkin wantin watchin wheezin wishin withdrawin workin "
    "worryin yellin".split()
)
"""Words whose last letter is often not said: "he ain't breathin"."""


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in _CONTRACTIONS)


class Plain:
    """Makes plain words: lower case, contractions spelled out, known mis-hearings mended, no punctuation."""

    def __init__(self, heard_as: Mapping[str, tuple[str, ...]]) -> None:
        """In: for each right word, the ways in which speech recognition is known to write it."""
        self._right = {slip: right for right, slips in heard_as.items() for slip in slips}
        longest_first = sorted(self._right, key=len, reverse=True)
        self._slips = re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b") if longest_first else None

    def __call__(self, words: str) -> str:
        """In: what was said. Out: plain words, parted by single spaces."""
        plain = words.lower().replace("\u2019", "'").replace("-", " ")
        plain = re.sub(r"[^\w' ]", " ", plain)
        if "'" in plain or not _BARE.isdisjoint(plain.split()):
            for pattern, replacement in _compiled():
                plain = pattern.sub(replacement, plain)
        said = re.sub(r"(?:'s|')(?=\s|$)|(?<=\s)'", " ", plain).split()
        plain = " ".join(word if word not in _NO_G else f"{word}g" for word in said)
        return self._slips.sub(lambda match: self._right[match.group(0)], plain) if self._slips else plain


def stem(word: str) -> str:
    """A crude common form, so that "signs" meets "sign" and "quitting" meets "quit"."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    for ending in ("ing", "ed", "es", "ly", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            root = word[: -len(ending)]
            return root[:-1] if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "ls" else root
    return word
