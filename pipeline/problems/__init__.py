"""What a check has to say about articles: problems with their places, what quiets them, and what is stale."""
