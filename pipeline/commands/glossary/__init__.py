"""``hanmend glossary``: the team's glossary, one small file an action. ``ACTIONS`` names them."""

ACTIONS = {
    "lint": "pipeline.commands.glossary.lint:lint",
    "add": "pipeline.commands.glossary.add:add",
    "remove": "pipeline.commands.glossary.remove:remove",
    "import": "pipeline.commands.glossary.importing:importing",
    "export": "pipeline.commands.glossary.exporting:exporting",
    "suggest": "pipeline.commands.glossary.suggest:suggest",
    "coverage": "pipeline.commands.glossary.coverage:coverage",
    "diff": "pipeline.commands.glossary.diff:diff",
}
HELP = """Usage: hanmend glossary ACTION [ARGS]...

Looks after a glossary. Without --glossary FILE it is the first one of the recipe, else glossary.csv here.

Actions:
  lint [FILES]         what is wrong or doubtful in it; --fix mends what is safe, --articles says what is unused
  add ZH EN            add a term, or make EN its first wording
  remove ZH            take a term out, or one wording of it
  import FILE          take in a file of another program: TBX, TMX, UTX, DeepL, Google, Weblate
  export FILE          write one, and say what it cannot hold
  suggest PATHS        what to define next, by how many articles it would settle
  coverage PATHS       who settles the leftovers, and which terms settle none
  diff OLD NEW PATHS   the places that a change of the glossary would alter

Options:
  --help               show this; hanmend glossary ACTION --help says more
"""
