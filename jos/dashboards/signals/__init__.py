"""Figures about signals, and the loop of each neighbourhood: for policymakers and staff."""
