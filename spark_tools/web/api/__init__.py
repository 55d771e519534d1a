"""The toolbox as JSON for other programs, and the description of it."""
