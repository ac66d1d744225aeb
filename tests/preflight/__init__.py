"""Each rule sees the fault it is for, and no fault where there is none."""
