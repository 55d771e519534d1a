"""What is asked of every plugin, one function for each rule.

A rule takes the toolbox with the plugin in it and gives what is wrong, one sentence for each
thing; a rule that is kept gives nothing. `loading` asks whether the plugin works at all,
`content` reads its files, `drawing` and `sheets` make its documents, `minutes` composes with
it, and `conduct` watches what it does meanwhile.
"""
