"""`make bench`: how fast documents are parsed, as ratios within one run. Printed, never tested."""
