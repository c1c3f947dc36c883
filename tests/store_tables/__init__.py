"""Link tables: signed graphs from anywhere."""
