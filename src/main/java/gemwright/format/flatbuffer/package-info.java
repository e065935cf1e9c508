/// FlatBuffers: tables whose fields are found through a table of offsets. Start with
/// [gemwright.format.flatbuffer.FlatTable] (FlatBuffers' internals, flatbuffers.dev).
@NullMarked
package gemwright.format.flatbuffer;

import org.jspecify.annotations.NullMarked;
