"""Danger: what is said once someone told of danger, and to what they tell then."""
