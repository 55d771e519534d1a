"""Seeing one exercise as it will be, while it is being written."""
