package gemwright.format.pickle;

/// One numpy scalar: `numpy.float32(0.5)`.
///
/// @param type its dtype
/// @param value what it holds, as the plain value nearest to it; a float32 keeps its exact value
public record NumpyScalar(NumpyType type, PickleValue value) implements PickleValue {}
