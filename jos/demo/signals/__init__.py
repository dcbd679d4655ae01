"""What young people say in the demo city, what was done with it, and what they heard back. All of it is invented."""
