"""English word knowledge and inflection: what a form can be, how it bends, and how a fragment sits in its clause."""
