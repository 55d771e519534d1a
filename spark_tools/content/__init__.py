"""What a course is made of: exercises, themes and course types, read from TOML."""
