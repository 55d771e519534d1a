"""From a filled-in Word file back to values, and from values to the logbook."""
