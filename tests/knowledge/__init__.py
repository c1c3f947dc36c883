"""Tests of the shipped knowledge itself."""
