"""A voice skill that answers questions about kratom and recovery, and names the right line to call."""
