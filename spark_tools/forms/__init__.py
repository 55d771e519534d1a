"""From a filled-in Word file back to values (`docx`), and from values to the `logbook`."""
