"""Tests of the room that finds what is wrong, and of the layout of Turtle."""
