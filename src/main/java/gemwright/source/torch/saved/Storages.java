package gemwright.source.torch.saved;

import gemwright.base.Problem;

import java.lang.foreign.MemorySegment;

/// The raw bytes that tensors are views of.
public interface Storages {
    /// The bytes of the storage of that key.
    ///
    /// @throws Problem where there is none, or it is damaged
    MemorySegment bytes(String key) throws Problem;
}
