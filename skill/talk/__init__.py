"""Talk: the turns of a conversation that are no plain question."""
