"""The verbs of the command line, one small file each. ``COMMANDS`` and ``GROUPS`` name them; nothing else prints."""

COMMANDS = {
    "clean": "pipeline.commands.clean:clean",
    "check": "pipeline.commands.check:check",
    "apply": "pipeline.commands.apply:apply",
    "review": "pipeline.commands.review:review",
    "report": "pipeline.commands.report:report",
    "undo": "pipeline.commands.undo:undo",
    "evaluate": "pipeline.commands.evaluate:evaluate",
    "memory": "pipeline.commands.memory:memory",
    "model": "pipeline.commands.model:model",
    "init": "pipeline.commands.init:init",
    "watch": "pipeline.commands.watch:watch",
    "lsp": "pipeline.commands.lsp:lsp",
    "completion": "pipeline.commands.completion:completion",
    "explain": "pipeline.commands.explain:explain",
}
# Commands with actions of their own: a module with ``ACTIONS`` and ``HELP``.
GROUPS = {"glossary": "pipeline.commands.glossary"}
