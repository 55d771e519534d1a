"""The house file: the Word file, ours or an organisation's, that every document is cut from.

In the order of its making: `file` reads it from the disk and `origin` leaves behind who made
it; `fitting` makes it fit to be written in, `roles` finds which style plays which role, and
`borrowing` adds those it lacks in the colours of its `palette`. `frame` takes what stands round
the body, `furniture` its headers and footers, which `turning` fits to pages that lie the other
way, and `measures` how large its letters are. `opened` is all of it, once for each language;
`enlarge` makes A3 of it.
"""
