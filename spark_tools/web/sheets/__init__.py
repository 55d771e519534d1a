"""Filled-in sheets from anybody: read in memory, shown, and gone with the answer."""
