"""The room content."""
