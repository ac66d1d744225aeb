"""Door 2: HTTPS. A request is answered when Amazon has signed it, just now, for this skill."""
