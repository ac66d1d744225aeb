"""Models: learnt numbers, and how they are added up."""
