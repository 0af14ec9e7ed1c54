"""What a run says about itself: one file a report, one line in ``REPORTS``. A report has head, entry and tail."""

REPORTS = {
    "json": "pipeline.reports.json:Json",
    "markdown": "pipeline.reports.markdown:Markdown",
    "html": "pipeline.reports.page.html:Html",
}
