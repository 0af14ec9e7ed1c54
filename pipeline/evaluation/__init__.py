"""How good repairs are, measured on gold articles: reading gold, judging places, figures, and fitting the confidence."""
