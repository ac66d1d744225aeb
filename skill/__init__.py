"""A voice skill that answers questions about kratom and recovery, and names the right line to call.

The classes of this folder are made without what compares and shows their values, but for texts, which are compared:
that is a third of what making them costs Lambda at each start, and a person waits for it.
"""
