"""Launch words: how Alexa lets a skill be opened or asked, as patterns of regular expressions.

Source: https://developer.amazon.com/en-US/docs/alexa/custom-skills/understanding-how-users-invoke-custom-skills.html
"""

from __future__ import annotations

OPEN = "(?:open|start|launch|begin|run|use|enable)"
"""Before the skill's name alone."""
ASK = "(?:ask|tell|search|talk to|speak to|load|resume)"
"""Before the skill's name, where a question may follow."""
JOIN = "(?:for|about|to|if|whether|that|and)"
"""Between the name and the question; Alexa takes it off."""
