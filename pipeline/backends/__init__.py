"""Translators that may be asked for a fragment, one file each. ``BACKENDS`` names them; each is imported when it is used."""

BACKENDS = {
    "command": "pipeline.backends.command:Command",
    "ctranslate2": "pipeline.backends.ctranslate2:CTranslate2",
    "deep-translator": "pipeline.backends.deep_translator:DeepTranslator",
    "deepl": "pipeline.backends.deepl:DeepL",
    "libretranslate": "pipeline.backends.libretranslate:LibreTranslate",
    "openai": "pipeline.backends.openai:OpenAI",
}
