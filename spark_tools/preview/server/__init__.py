"""The page that shows an exercise while it is being written, for a browser on this machine."""
