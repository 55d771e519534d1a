"""The server: addresses, limits and headers round the pages. The only room that knows Flask."""
