"""From a brief and a library to a session plan: pure, exact, and the same every time."""
