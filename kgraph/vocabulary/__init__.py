"""Every IRI, prefix and predicate, each with its sign and source; agrees with `ontology/` by test."""
