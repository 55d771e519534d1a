"""How fast it is, as ratios measured in the same run; nothing here decides a test."""
