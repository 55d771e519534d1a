"""A Word file from somebody else: hostile until it has been opened here.

`disk` gives a file's bytes, `archive` its parts and `markup` their XML, all within `bounds`;
`opening` puts them together. `styles` says what a style comes to, with the colours and fonts
of the `theme`, and `colours` how well two colours part. What a Word file is for, a sheet to
read, a house file to draw with or a document to check, is for other rooms to say.
"""
