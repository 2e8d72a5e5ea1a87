"""Jobs: what a coordinator hands over together, to whom, until when."""
