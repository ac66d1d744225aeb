"""Measuring: labelled utterances against what the skill makes of them."""
