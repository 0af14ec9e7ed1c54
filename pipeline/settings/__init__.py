"""What holds for some articles alone: rules of the recipe for paths, and what an article says of itself in its front matter."""
