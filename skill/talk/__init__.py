"""Talk: how a topic is told, whether a danger is believed, and the turns that lean on what was said before."""
