"""The room document."""
