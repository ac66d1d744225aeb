"""Parts: what every door is built from, read from the project's own files, or from what a build made of them.

A build (tools/build_lambda.py) reads and checks the files once and leaves the objects in `prepared/`, where loading
them takes milliseconds; without that folder the files themselves are read. The objects are the same, but for models,
which answer the same (table.py says when not): a test compares.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from skill.answers import Answers
from skill.catalog.catalog import Catalog
from skill.danger.told_after import ToldAfter
from skill.files import AFTER_MODEL, CATALOG, DANGER_MODEL, PREPARED, RISK_MODEL, SIGNS, TOPIC_MODEL
from skill.finding.finder import HELPLINE, REPEAT, Finder
from skill.models.learnt import read_model
from skill.models.linear import LinearModel
from skill.models.table import Table, write
from skill.models.vectors import Vectors
from skill.risk.detector import Detector
from skill.risk.risk_model import RiskModel
from skill.risk.which_danger import WhichDanger
from skill.shape import DataError

_PARTS = "parts.pickle"


@dataclass(frozen=True, eq=False, repr=False)
class Parts:
    """The catalog, what hears dangers, questions, and what is said after a danger, and what answers."""

    catalog: Catalog
    detector: Detector
    finder: Finder
    after: ToldAfter
    answers: Answers


def load_parts() -> Parts:
    """The parts. Raises DataError with every problem in a file."""
    return read_prepared(PREPARED) if PREPARED.exists() else read_sources()


def read_sources(responses: Path | None = None) -> Parts:
    """The parts from the files that people edit. In: another catalog than the project's. Raises DataError."""
    from skill.catalog.catalog_file import load  # only here, as is load_signs: Lambda reads what was prepared
    from skill.risk.signs import load_signs

    catalog = load(responses or CATALOG)
    which = WhichDanger(read_model(DANGER_MODEL, Vectors))
    if unknown := sorted(which.replies - set(catalog.risk)):
        raise DataError(
            [f"{DANGER_MODEL}: {reply}: the catalog has no such risk reply; run: make model" for reply in unknown]
        )
    detector = Detector(load_signs(SIGNS, catalog), catalog, RiskModel(read_model(RISK_MODEL, LinearModel)), which)
    finder = Finder(read_model(TOPIC_MODEL, Vectors), detector.plain, catalog)
    if unknown := sorted(set(finder.topics) - set(catalog.topics) - {HELPLINE, REPEAT}):
        raise DataError(
            [f"{TOPIC_MODEL}: {topic}: the catalog has no such topic; run: make model" for topic in unknown]
        )
    after = ToldAfter(catalog, read_model(AFTER_MODEL, Vectors))
    return Parts(catalog, detector, finder, after, Answers(catalog, finder, after))


def read_prepared(folder: Path) -> Parts:
    """The parts that `prepare` left in a folder. Raises DataError when they are not whole."""
    path = folder / _PARTS
    try:
        with path.open("rb") as file:
            parts = _Reader(file, folder).load()
    except OSError as error:
        raise DataError([f"{path}: cannot be read: {error.strerror}"]) from error
    except (pickle.UnpicklingError, EOFError, AttributeError, ImportError, LookupError, ValueError, TypeError) as error:
        raise DataError([f"{path}: is of another version of the skill; build it again"]) from error
    if not isinstance(parts, Parts):
        raise DataError([f"{path}: holds no parts; build it again"])
    return parts


def prepare(parts: Parts, folder: Path) -> None:
    """Write the parts into a folder, the models beside them as tables. Raises DataError."""
    import pickletools  # only here: Lambda reads what was prepared

    folder.mkdir(parents=True, exist_ok=True)
    written = io.BytesIO()
    _Writer(written, folder).dump(parts)
    (folder / _PARTS).write_bytes(pickletools.optimize(written.getvalue()))  # read a tenth faster


Model = LinearModel | Vectors
_KINDS: Mapping[str, type[Model]] = {"linear": LinearModel, "vectors": Vectors}
"""By the beginning of the name of their file."""


class _Writer(pickle.Pickler):
    """Pickles everything but the models, which become tables, in the order in which they are met."""

    def __init__(self, file: Any, folder: Path) -> None:
        super().__init__(file, protocol=5)
        self._folder = folder
        self._names: dict[int, str] = {}

    def persistent_id(self, obj: Any) -> str | None:
        """The name of the file of a model; None for what is pickled."""
        kind = next((kind for kind, model in _KINDS.items() if type(obj) is model), None)
        if kind is None:
            return None
        if id(obj) not in self._names:
            self._names[id(obj)] = f"{kind}-{len(self._names) + 1}.table"
            write(self._folder / self._names[id(obj)], obj.head, obj.rows)
        return self._names[id(obj)]


class _Reader(pickle.Unpickler):
    """Reads what _Writer wrote. A pickle can run code: this one lies beside the code it came with, as read-only."""

    def __init__(self, file: Any, folder: Path) -> None:
        super().__init__(file)
        self._folder = folder

    def persistent_load(self, pid: str) -> Model:
        """The model of a table."""
        table = Table(self._folder / pid)
        return _KINDS[pid.partition("-")[0]](table.head, table)
