package gemwright.format.pickle;

import java.io.IOException;

/// Thrown where compressed bytes unfold to more than any model's would.
final class DecompressionBomb extends IOException {
    private static final long serialVersionUID = 1L;

    private final long ratio;

    DecompressionBomb(long ratio) {
        super("more than " + ratio + " bytes out of each byte");
        this.ratio = ratio;
    }

    long ratio() {
        return ratio;
    }
}
