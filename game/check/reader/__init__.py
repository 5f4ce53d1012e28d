"""What ``check`` says about the words of a story: how hard they are, and which."""
