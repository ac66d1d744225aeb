"""Review: everything the skill can say on one page, for a clinician to read and sign."""
