/// The protobuf wire format, read from memory segments (a mapped file) without copying bulk data,
/// and written as a list of pieces so that bulk data is never copied to the heap.
///
/// Start with [gemwright.format.protobuf.WireReader] and [gemwright.format.protobuf.WireWriter].
/// [gemwright.format.protobuf.Kept] holds what a reader did not understand. Imports `base`.
@NullMarked
package gemwright.format.protobuf;

import org.jspecify.annotations.NullMarked;
