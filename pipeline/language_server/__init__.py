"""The language server: what hanmend says about the articles that are open in an editor."""
