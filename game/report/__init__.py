"""A story on paper: every line of every branch, for whoever wants to see it all."""
