"""Names of people, places and institutions, and the titles before and behind them."""
