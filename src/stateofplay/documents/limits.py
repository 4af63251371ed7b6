"""Every limit that keeps one document from costing more than itself, in one place."""

from typing import Final

MEGABYTE: Final = 1 << 20

TEXT_BYTES: Final = 16 * MEGABYTE
"""Bytes of one plain text, page, or line of a collection: some five million ideographs, a shelf of books."""

FILE_BYTES: Final = 64 * MEGABYTE
"""Bytes of one PDF or DOCX file, pictures included."""

UNPACKED_BYTES: Final = 128 * MEGABYTE
"""Bytes that a DOCX file may unpack to."""

PACKED_PARTS: Final = 5_000
"""Parts that a DOCX file may hold."""

OUTPUT_CHARACTERS: Final = 12 * MEGABYTE
"""Characters that one file may yield."""

ANSWER_BYTES: Final = 8 * OUTPUT_CHARACTERS
"""Bytes of a worker's answer past which it is not heard out."""

WORKER_MEMORY: Final = 1 << 30
"""Bytes of address space of a worker process."""

WORKER_CPU_SECONDS: Final = 10
WORKER_WALL_SECONDS: Final = 30
WORKER_OPEN_FILES: Final = 64

PAGE_BYTES: Final = 16 * MEGABYTE
"""Bytes of one answer from the network, unpacked."""

FETCH_SECONDS: Final = 30.0
"""Seconds for one address, redirects included."""

CONNECT_SECONDS: Final = 10.0
REDIRECTS: Final = 5
HOST_DELAY_SECONDS: Final = 1.0
LONGEST_HOST_DELAY_SECONDS: Final = 10.0
"""A robots.txt may ask for a longer delay than ours, up to this."""

FEED_ENTRIES: Final = 100
"""Entries of one feed that are read, newest as the feed has them."""
