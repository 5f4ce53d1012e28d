"""What helped in a play, and what else can help; nothing is ever taken away."""
