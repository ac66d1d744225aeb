"""Words: what was said, as patterns and models read it."""
