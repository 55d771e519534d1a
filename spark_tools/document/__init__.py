"""Session plans laid out as documents of neutral blocks, one module for each edition."""
