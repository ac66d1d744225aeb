"""Leaning: a question that leans on the topic talked about -> the topic that it leads to."""

from __future__ import annotations

from skill.catalog.catalog import Catalog
from skill.turn import Turn


class Leaning:
    """Looks up where the catalog leads. None where it leads nowhere."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def leads(self, turn: Turn) -> str | None:
        """The topic that a short question such as "why is that" leads to from the topic talked about.

        Where the catalog leads nowhere, as for "such as", that is the topic itself.
        """
        name, leads = turn.conversation.topic, self._catalog.then.get(turn.intent)
        topic = self._catalog.topics.get(name)
        return topic.then.get(turn.intent, leads or name) if topic else leads

    def compared(self, turn: Turn) -> str | None:
        """The topic that compares what is talked about with what is named, or weighs what is named."""
        topic = self._catalog.topics.get(turn.conversation.topic)
        here = topic.compares if topic and topic.compares else (turn.conversation.topic,)
        pairs = ({one, other} for one in here for other in turn.ids if one != other)
        found = (self._catalog.comparison(pair) for pair in pairs)
        return next((pair for pair in found if pair), None) or self._catalog.comparison(turn.ids)

    def weighed(self, turn: Turn, *, weighs: bool) -> str | None:
        """The pros and cons of what is named, for someone who just heard those of something else.

        Where nothing is named and the question `weighs`, those of what is talked about.
        """
        topic = self._catalog.topics.get(turn.conversation.topic)
        if topic and weighs and not turn.ids:
            return topic.then.get("DownsideIntent")
        return self._catalog.comparison(turn.ids) if topic and len(topic.compares) == 1 else None
