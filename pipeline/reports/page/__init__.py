"""The review page: one self-contained ``report.html`` a run, made from the data of ``report.json`` and the articles' text."""
