"""Tests of the room `exchange`; every fixture is made up."""
