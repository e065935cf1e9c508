/// safetensors files, whole or in shards: tensors that can be seen, and no network that could be
/// converted. Start with [gemwright.source.safetensors.SafetensorsFile].
@NullMarked
package gemwright.source.safetensors;

import org.jspecify.annotations.NullMarked;
