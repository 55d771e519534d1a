"""A filled-in Word file read back to its answers; what `spark_tools.render.docx` draws.

In the order of the reading: `package` opens the file as a sheet, `transcribe` writes the
text down as a `manuscript`. `claims` finds fields by their names, `labels` by what is printed
beside them, and `places` gives what is written there (`prompts` tells that from what stood
there empty). `values` and `days` read what it says, `leftovers` gathers what stands where no
field is, and `reading` puts it all together as `answers`; `years` adds the years that days
were written without.
"""
