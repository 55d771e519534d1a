"""What authors of content and plugins test their work with."""
