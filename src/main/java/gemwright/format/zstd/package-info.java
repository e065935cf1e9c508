/// Zstandard (RFC 8878), decompression only: no code of others, bounded memory, checksums compared.
/// Start with [gemwright.format.zstd.ZstdInputStream].
@NullMarked
package gemwright.format.zstd;

import org.jspecify.annotations.NullMarked;
