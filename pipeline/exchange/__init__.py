"""Glossaries as other programs write them, one small file each; ``EXCHANGES`` names them."""

EXCHANGES = {
    "csv": "pipeline.exchange.csv:Csv",
    "tbx": "pipeline.exchange.tbx:Tbx",
    "tbx-dct": "pipeline.exchange.tbx_dct:TbxDct",
    "tbx-v2": "pipeline.exchange.tbx_v2:TbxV2",
    "tmx": "pipeline.exchange.tmx:Tmx",
    "utx": "pipeline.exchange.utx:Utx",
    "deepl": "pipeline.exchange.deepl:Deepl",
    "google": "pipeline.exchange.google:Google",
    "weblate": "pipeline.exchange.weblate:Weblate",
}
