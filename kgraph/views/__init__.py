"""Values made visible: text, tables, JSON, pictures and pages, as strings.

Every public function is pure: values of `kgraph.model` (and the few values defined here) go in, a string comes out. Nothing
here knows RDF, asks a store, prints or reads a file, but for this package's own templates and the vis-network script of pyvis.
"""
