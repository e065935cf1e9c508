package gemwright.onnx;

import gemwright.format.protobuf.Kept;

/// A set of operators that a model or function relies on: `OperatorSetIdProto`.
///
/// @param domain who defines it, as the file spells it; see [Domain]
/// @param version which edition
public record OperatorSet(String domain, long version, Kept kept) {
    /// An import of our own making.
    public OperatorSet(String domain, long version) {
        this(domain, version, Kept.NOTHING);
    }

    /// What else the message held; see [Kept].
    @Override
    public Kept kept() {
        return kept.fieldsOnly();
    }

    Kept found() {
        return kept;
    }
}
