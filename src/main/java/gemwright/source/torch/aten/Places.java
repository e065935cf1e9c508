package gemwright.source.torch.aten;

import gemwright.onnx.shape.Size;

/// Places along an axis, as Python counts them.
final class Places {
    private Places() {}

    /// A place from the front: negative ones count from the end, and none lies beyond it where that
    /// can be told.
    static Size within(Size given, Size size) {
        long number = given.number().orElse(0);
        if (given.isKnown() && size.isKnown()) {
            long whole = size.number().orElse(0);
            return Size.of(Math.clamp(number < 0 ? number + whole : number, 0, whole));
        }
        if (given.isKnown() && number < 0) {
            return size.plus(given);
        }
        return given.isKnown() && number > Integer.MAX_VALUE ? size : given;
    }
}
