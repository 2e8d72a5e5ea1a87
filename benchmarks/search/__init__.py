"""What a search costs and finds, beside the stock parts of Wagtail and Elasticsearch; see `--help`."""
