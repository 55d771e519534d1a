"""The smallest sound content files, for tests that need some and care for none of it."""

THEME = """\
format = 1
revision = 1
id = "noise"
title = "Støj"
summary = "Lyd"
source = { status = "own", text = "Egen" }
"""
EXERCISE = """\
format = 1
revision = 1
id = "ID"
title = "Øvelse"
purpose = "At prøve."
functions = ["arrive"]
participants = { min = 3, max = 60 }
source = { status = "own", text = "Egen" }

[[steps]]
id = "trin"
title = "Trin"
form = "plenary"
minutes = { min = 5, typical = 5, max = 5 }
text = "Sig noget."

[[handouts]]
id = "ark"
title = "Ark"
copies = { per = "person", count = 1 }
blocks = [{ kind = "picture", svg = "pic.svg", alt = "Et billede", width = 50 }]
"""
