"""The logbook: its file read and written, and answers on sheets taken into it.

`file` reads ``logbook.toml`` and `text` writes it, changing only what is new (`pieces`,
`data` and `toml_words` are its tools). `intake` takes sheets in: `versions` finds the sheet
that one is another version of, `conflicts` settles where they differ, `mentions` gives what
a sheet says of actions, and `actions` keeps them, changed as `changes`, `states` and
`learnt` say (`same` tells when two texts are the same to a person).
"""
