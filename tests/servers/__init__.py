"""Genuine servers for tests and benchmarks, each a process of its own with all its state in one folder.

    python -m tests.servers elasticsearch start FOLDER     prints the address when the server is well
    python -m tests.servers elasticsearch stop FOLDER
    python -m tests.servers postgresql run -- COMMAND …    starts one for as long as a command runs

`run` starts nothing where TEST_ELASTICSEARCH_URL or TEST_POSTGRESQL_URL already names a server. Servers listen
on this machine's loopback address alone, ask for no password, and lose data when the machine crashes.
"""
