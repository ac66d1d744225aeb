"""The catalog: everything the skill can say."""
