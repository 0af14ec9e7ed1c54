"""How problems are written for a reader or a machine: one file a format, one line in ``LISTINGS``."""

LISTINGS = {
    "text": "pipeline.listings.text:Text",
    "json": "pipeline.listings.json:Json",
    "jsonl": "pipeline.listings.jsonl:Jsonl",
    "sarif": "pipeline.listings.sarif:Sarif",
    "github": "pipeline.listings.github:Github",
    "gitlab": "pipeline.listings.gitlab:Gitlab",
    "junit": "pipeline.listings.junit:Junit",
    "checkstyle": "pipeline.listings.checkstyle:Checkstyle",
    "rdjson": "pipeline.listings.rdjson:Rdjson",
}
