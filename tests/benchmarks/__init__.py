"""`make bench`: how fast documents are parsed, as ratios within one run. Figures are printed, never tested."""
